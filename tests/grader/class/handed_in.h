/* Which files of a submission answer which exercise.
 *
 * A learner hands in one C file, a folder, or an archive, as they like it:
 * the whole project, a chapter, a few files, renamed on the way by a browser
 * or a course system. What counts is the file's name: `2_conv2d.c` or
 * `conv2d.c` answers conv2d, in whatever folder it lies. Links are never
 * followed and nothing outside the submission is read.
 */
#ifndef CONVLINGS_HANDED_IN_H
#define CONVLINGS_HANDED_IN_H

#include "tests/grader/catalog.h"

#include <stdint.h>

struct handed_in {
    char **file;      /* for each entry of the catalog: a path, or NULL */
    int found;        /* how many exercises have one */
    char *problem;    /* a sentence: an archive that cannot be unpacked, ... */
    char folder[256]; /* where archives were unpacked to, or "" */
};

/* Looks through `paths` files, folders and archives (zip, tar, also
 * compressed) of one submission. An archive that is broken is a
 * problem and perhaps no files; that is no grader fault, but rights on this
 * machine that keep the judge from reading it are. Free with handed_in_free,
 * which removes what was unpacked. */
struct handed_in *handed_in_open(char *const *path, int paths);
void handed_in_free(struct handed_in *h);

/* Says which files there are and what is in them, the same number for the
 * same submission on every machine; links and other files do not count. */
uint64_t handed_in_hash(char *const *path, int paths);

/* A file of the submission as its learner knows it: the path within the
 * folder or archive that was handed in. Points into `file`. */
const char *handed_in_shown(const struct handed_in *h, const char *file,
                            char *const *path, int paths);

/* The exercise that a file's name means, or NULL. Known to be added by course
 * systems and browsers: Canvas' "doejane_LATE_1234_56789_" before and "-2"
 * after the name, Moodle's "Jane Doe_1234_assignsubmission_file_" and
 * Blackboard's "Homework_doejane_attempt_2026-03-01-09-30-00_" before, " (1)"
 * after it. *again is the number that was added, the
 * later the greater. */
const struct entry *handed_in_name(const char *file_name, int *again);

/* Whether a file is an archive, by its name. */
bool handed_in_is_archive(const char *path);

#endif
