/* The records of a class together, and the gradebook made from them. */
#ifndef CONVLINGS_BOOK_H
#define CONVLINGS_BOOK_H

#include "tests/grader/record.h"

struct line {
    char *key; /* whose record it is, see roster.h */
    struct record *r;
    char *folder; /* of results, where it is from */
};

struct book {
    struct line *line; /* by name, then id, then key */
    int lines;
};

struct book *book_new(void);
void book_free(struct book *b);

/* Adds a record from a folder of results. What cannot be read counts as a
 * fault of the grader. The same submission may come from several folders:
 * results that agree are one, a fault gives way to a result, and results that
 * differ become a fault which names both folders. */
void book_add(struct book *b, const char *folder, const char *key);
/* Brings the lines into their order. */
void book_sort(struct book *b);

/* How many have a fault instead of a result. */
int book_faults(const struct book *b);
/* Which exercises occur: a bool for each entry of the catalog; free it. */
bool *book_exercises(const struct book *b);

/* Writes the gradebook, one row for each submission: name, id, late, points,
 * max, percent, a column for each exercise, fault. A fault has no points: its
 * cells are empty. The same records give the same bytes. False and errno on
 * failure. */
bool book_write(const struct book *b, const char *path);

#endif
