/* The outputs of all calls of a verdict, for the files of partly.h. */
#ifndef CONVLINGS_PARTLY_CASES_H
#define CONVLINGS_PARTLY_CASES_H

#include "grade.h"

/* One call that returned: what should come out of one array, and what did. */
struct outcome {
    const struct call *call;
    const struct arg *shape;
    const struct cell *want; /* one per element of the array */
    const bool *padded;      /* whose window reaches over the border */
    struct cell *have;
    bool wrong; /* at least one element of it */
};

/* All calls; name is that of the array. */
struct outcomes {
    const char *name;
    int count;
    struct outcome *at;
};

/* Fewer cases that could refute a statement are too few to make it. */
enum { TELLING_CASES = 3, TELLING_CELLS = 8 };

bool outcome_right_at(const struct outcome *o, int element);

/* The two kinds of statements about an array: a rule by which what came out
 * follows from the right answer, and where the right elements are. They
 * write a sentence and return true, or return false. */
bool partly_rule(const struct outcomes *all, char *text, size_t size);
bool partly_where(const struct outcomes *all, char *text, size_t size);
/* Which cases are right, by their int arguments. */
bool partly_which(const struct verdict *v, char *text, size_t size);

#endif
