/* From a file to a verdict: compile, run every trial, compare, diagnose. */
#ifndef CONVLINGS_GRADE_H
#define CONVLINGS_GRADE_H

#include "catalog.h"
#include "compile.h"
#include "worker.h"

#include <stdint.h>

enum verdict_kind {
    VERDICT_PASS,
    VERDICT_WRONG_ANSWER,
    VERDICT_NOT_STARTED,
    VERDICT_COMPILE_ERROR,
    VERDICT_CRASH,
    VERDICT_MEMORY_ERROR,
    VERDICT_TIMEOUT,
    VERDICT_OUTPUT_LIMIT,
    VERDICT_OUT_OF_MEMORY,
    VERDICT_FORBIDDEN, /* it tried what a submission must not */
    VERDICT_LEAK,      /* every answer is right, but memory was not freed */
    VERDICT_KINDS
};

/* What went wrong first. */
enum problem {
    PROBLEM_NONE,
    PROBLEM_ENDED,  /* a call did not return: see failed_call */
    PROBLEM_VALUES, /* a cell is wrong: see failed_call and failed_cell */
    PROBLEM_LAW,    /* every cell is right, yet a law is broken */
    PROBLEM_SPILL,  /* something was written beside an output */
    PROBLEM_MEMORY, /* the same call gave another answer the second time */
    PROBLEM_LEAK    /* memory it allocated was not freed: see called.leaked */
};

struct verdict {
    const struct entry *entry;
    enum verdict_kind kind;
    int points, max;
    uint64_t seed;
    double seconds, run_seconds; /* all of it; of that, the runner */
    struct compiled compiled;

    struct suite *suite; /* NULL when nothing was run */
    struct ran *ran;     /* the first `trials_run` of the suite's trials */
    struct answer **right, **right_fresh;
    int trials_run;

    enum problem problem;
    int failed_trial, failed_call, failed_cell;
    const char *broken_law;
    bool stays_behind; /* the failed call is right in a process of its own */
    const struct misconception *misconception;

    char finding[400]; /* crash: why, a sentence, or "" (see sanitized.h) */

    char remark[640]; /* break-it: what became of the input */
    int size;         /* break-it: how many numbers it has */
};

/* Checks a file as an exercise. Never NULL; free with verdict_free. */
struct verdict *grade(const struct entry *entry, const char *path,
                      uint64_t seed);
void verdict_free(struct verdict *v);

/* Compares what was run with the right answers and fills problem, kind,
 * points and misconception: the part of grade that needs no process. */
void grade_compare(struct verdict *v);

/* "wrong_answer" for scripts, "wrong answer" for people. */
const char *verdict_kind_name(enum verdict_kind kind);
const char *verdict_kind_words(enum verdict_kind kind);

/* Points of a stage; the points of all stages an exercise has. */
int stage_points(enum stage stage);
const char *stage_name(enum stage stage);
int exercise_points(const struct suite *s);

/* What the learner's call said about one cell (first call and last). */
struct cell verdict_seen(const struct verdict *v, int trial, int call,
                         int cell);

#endif
