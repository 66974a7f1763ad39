/* The exercises that exist, in the order of the course.
 *
 * The table itself is made by the Makefile from the names of the files in
 * tests/exercises (build/gen/catalog.c): there is no list to keep.
 */
#ifndef CONVLINGS_CATALOG_H
#define CONVLINGS_CATALOG_H

#include "exercise.h"

struct entry {
    const char *chapter; /* "01-cross-correlation" */
    int number;          /* 2 */
    const char *name;    /* "correlate_2d" */
    const struct exercise *exercise;
};

extern const struct entry catalog[];
extern const int catalog_size;

/* The exercise that a learner means by text: its name, "01/2", "1/2", a
 * file of that name, or the beginning of exactly one name. NULL: none; then
 * problem holds a sentence that names the nearest ones. */
const struct entry *catalog_find(const char *text, char *problem, int size);

/* Path, from the root of the project, of a file of the exercise:
 * "exercises", "solutions". Valid until the next call but three. */
const char *entry_path(const struct entry *e, const char *folder);

/* The number of the next chapter's first entry: for printing by chapter. */
int chapter_end(int begin);
/* "01-cross-correlation" as a title: "01 Cross-correlation". */
const char *chapter_title(const struct entry *e);

#endif
