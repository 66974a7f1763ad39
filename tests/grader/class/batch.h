/* Grades the submissions of a class, several at a time, and goes on where it
 * was interrupted. */
#ifndef CONVLINGS_BATCH_H
#define CONVLINGS_BATCH_H

#include "results.h"
#include "roster.h"

struct batch {
    const struct roster *roster;
    const struct results *results;
    const bool *asked; /* for each entry of the catalog */
    uint64_t seed;
    int jobs;             /* submissions at a time */
    double limit;         /* seconds for one submission */
    const char *pictures; /* a folder, or NULL */
};

/* Grades the submission with that index, or all of them (-1): each in a
 * process of its own, so that nothing that happens to it stops the others,
 * and its record is written whole. A record that is there already and was
 * made from the same is kept. A submission that the grader could not grade
 * gets a record of the fault and is tried again by the next run. Interrupted
 * or killed, the judge takes its processes with it. */
void batch_run(const struct batch *b, int which);

#endif
