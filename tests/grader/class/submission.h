/* One submission graded: from its files to a record. */
#ifndef CONVLINGS_SUBMISSION_H
#define CONVLINGS_SUBMISSION_H

#include "tests/grader/record.h"

/* What is to be graded, and how. */
struct task {
    const char *name, *id, *mark; /* as in the record */
    char *const *path; /* the submission's files, folders, archives */
    int paths;
    const bool *asked; /* for each entry of the catalog, see only.h */
    uint64_t seed;
    const char *pictures; /* a folder for pictures, or NULL */
};

/* Compiles and runs what was asked for; exercises that were not handed in get
 * no points. Never NULL. Free with record_free. A fault of the grader ends
 * the process (fault.h). */
struct record *submission_grade(const struct task *t);

/* A text that changes when the result could: it stands for the content of the
 * submission's files, the exercises asked for, the seed, the sandbox and the
 * judge itself. Free it. */
char *submission_key(const struct task *t);

#endif
