/* What the check file of an exercise tells the judge.
 *
 * tests/exercises/NN-topic/N_name.c defines one `const struct exercise
 * exercise_name`; the Makefile gathers them by pattern, so there is no list
 * to edit. A check file holds the cases and the right answer; the wrong
 * models that misconceptions give stand beside it in wrong/N_name.c, and
 * N_name.h declares what both need. None of them sees the learner's code.
 */
#ifndef CONVLINGS_EXERCISE_H
#define CONVLINGS_EXERCISE_H

#include "answer.h"
#include "suite.h"

#include <stdio.h>

#include <stddef.h>

/* A named wrong model: what a certain mistake computes. Programs that differ
 * in one thing share the function; how is a struct that says which thing. */
struct misconception {
    const char *id;     /* "C01", as in the table of misconceptions */
    const char *name;   /* "flipped" */
    const char *remark; /* "the kernel is turned by 180 degrees: ..." */
    const char *anchor; /* heading of the lesson that clears it up */
    wrong_model *compute;
    const void *how; /* handed to compute */
};

/* How the judge treats the outputs. */
enum exercise_kind {
    EXERCISE_WRITE, /* write the function: outputs are compared */
    EXERCISE_BREAK  /* write an input that exposes a wrong program */
};

/* For EXERCISE_BREAK: what the learner's input is good for. seen holds the
 * outputs that the learner's function made, cell by cell (call_cell_of).
 * Returns whether the input is legal and exposes the wrong program, writes
 * to text why or why not, in words a learner can use, and to *size how many
 * numbers the input has (the fewest win). */
typedef bool expose(const struct call *c, const struct cell *seen, int *size,
                    char *text, int text_size);

struct exercise {
    enum exercise_kind kind;
    const char *title;          /* one line for the board */
    const char *anchor;         /* heading of the lesson to read first */
    const struct param *params; /* ends with ARG_END */

    /* Adds the cases to the suite, in the order of the stages. */
    void (*cases)(struct suite *s);
    /* Fills the inputs of a call that the cases left open, and those of
     * its twin with fresh data; NULL: random numbers for every input. */
    void (*fill)(struct suite *s, struct call *c, enum stage stage);

    /* Writes out how the wrong output came about, where it is no sum of
     * products (those the judge writes out by itself): a few lines, each
     * indented by 5 blanks, 80 columns. seen holds all outputs, cell is the
     * first wrong one. NULL: nothing to add. */
    void (*working)(FILE *f, const struct call *c, const struct cell *seen,
                    int cell);

    /* The right answer as loops in double with its error bound, and the
     * same from the reference library. They must agree on every case, or
     * the judge reports a fault of its own. */
    model *right;
    model *reference;

    const struct misconception *misconceptions; /* ends with id NULL */

    /* The prediction made before coding: the case of the suite (counted
     * from 0) that is asked, and the three misconceptions (by id) whose
     * answers stand beside the right one. Zero case, NULL ids: none. */
    int predict_case;
    const char *predict_wrong[3];
    const char *predict_note; /* "mode 1 is PAD_REFLECT."; NULL: none */

    /* The call that make picture draws; NULL: the first case. */
    struct call *(*picture)(void);

    /* EXERCISE_BREAK only. */
    expose *exposes;
    int fewest; /* numbers of the smallest input that is known */
};

#endif
