/* The cases of an exercise, in the order in which the learner meets them.
 *
 * Random numbers come from the suite's seed alone, so one seed gives the
 * same suite on every machine. Within a stage, add small cases first: the
 * first that fails is the one the learner redoes by hand.
 */
#ifndef CONVLINGS_SUITE_H
#define CONVLINGS_SUITE_H

#include "call.h"

#include <stdbool.h>
#include <stdint.h>

/* The six kinds of checks. A stage earns its points when all its cases and
 * all stages before it are right. */
enum stage {
    STAGE_LESSON,     /* the lesson's own example, small integers */
    STAGE_EDGES,      /* size 1, not square, even, as large as the input */
    STAGE_INTEGERS,   /* random small integers: float32 is exact */
    STAGE_REALS,      /* random reals: within the forward error bound */
    STAGE_PROPERTIES, /* laws that hold between several calls */
    STAGE_MANNERS,    /* nothing outside touched, no memory of old calls */
    STAGE_COUNT
};

/* A law between calls: NULL when the observed outputs y[0..calls-1], one
 * array of cells for each call, obey it; else what is broken, a sentence. */
typedef const char *law(const struct call *const *c, double *const *y);

struct trial {
    enum stage stage;
    char label[80];
    struct call *call;  /* what the learner is shown */
    struct call *fresh; /* the same shapes with other data */
    bool filled;        /* the inputs were given, not left to the suite */
    law *law;           /* on the last call of a group of calls */
    int law_calls;
};

struct suite {
    const struct exercise *exercise;
    uint64_t seed, state;
    int trials, room;
    struct trial *trial;
};

/* Builds all cases of an exercise from a seed; free with suite_free. */
struct suite *suite_new(const struct exercise *e, uint64_t seed);
void suite_free(struct suite *s);

/* For the cases function. case_add adds a case (printf label) and returns
 * its call, whose shapes and numbers the caller sets. Its inputs are filled
 * later with random numbers, unless case_values gave all of one of them. */
struct call *case_add(struct suite *s, enum stage stage, const char *label, ...)
    __attribute__((format(printf, 3, 4)));
/* Gives the elements of an input array of the newest case; the inputs of
 * that case are then taken as given and not filled at random. */
void case_values(struct suite *s, int arg, const float *values);
/* The newest `calls` cases obey a law together; their inputs are given. */
void case_law(struct suite *s, int calls, law *holds);

/* Random numbers: an integer in [low, high]; the same but never 0; a real
 * in (-1, 1). */
int suite_int(struct suite *s, int low, int high);
int suite_nonzero(struct suite *s, int low, int high);
float suite_real(struct suite *s);
/* The usual filling: nonzero integers in [-9, 9] for every input, reals in
 * STAGE_REALS; and a float argument is left as it is. */
void suite_fill(struct suite *s, struct call *c, enum stage stage);

#endif
