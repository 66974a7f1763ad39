/* What should come out of a call, cell by cell, with the error allowed.
 *
 * A model is a way to compute an exercise's outputs: the right one, or a
 * wrong one that a misconception would give. It speaks to the judge through
 * the functions below. Written with answer_tap, a sum of products says at
 * once its value, the error any honest float summation may have
 * (|error| <= gamma_n * sum |x k|; none where float is exact, as with small
 * whole numbers), and where each term came from, so that
 * the judge can write the sum out for the learner.
 */
#ifndef CONVLINGS_ANSWER_H
#define CONVLINGS_ANSWER_H

#include "call.h"

#include <stdbool.h>

/* How a cell of the output came to be. */
enum cell_state {
    CELL_UNWRITTEN, /* the function never writes it */
    CELL_VALUE,     /* it holds value */
    CELL_STALE,     /* value was added to what happened to be there */
    CELL_UNKNOWN    /* anything: the model reads outside an array */
};

struct cell {
    enum cell_state state;
    double value;
    double allowed; /* greatest |difference| that still is right */
};

/* One product of a sum: x[xi] * k[ki]; padding when outside the array. */
struct tap {
    int x, xi, k, ki;
};

enum { TRACE_MAX = 256, PADDING = -1000000 };

/* The terms of one cell, kept while a model runs with a trace. */
struct trace {
    int cell, taps;
    struct tap tap[TRACE_MAX];
    int adds; /* terms that are no product, such as a bias; the last of them */
    int add, element;
};

struct answer {
    const struct call *call;
    int cells;
    struct cell *cell;
    double *magnitude; /* sum of |x k| per cell */
    int *terms;
    bool *rounds;        /* per cell: not all of it is exact in float */
    bool *padded;        /* per cell: it has a tap that is PADDING */
    struct trace *trace; /* NULL unless one cell is to be written out */
};

typedef void model(const struct call *c, struct answer *a);
/* Many wrong models in one: how says which, in the function's own terms. */
typedef void wrong_model(const struct call *c, struct answer *a,
                         const void *how);

/* Runs a model on a call; free the answer with answer_free. */
struct answer *answer_of(model *m, const struct call *c, struct trace *trace);
struct answer *answer_of_wrong(wrong_model *m, const void *how,
                               const struct call *c);
void answer_free(struct answer *a);

/* For models. out is a parameter that is an output, index one of its elements
 * (0 for ARG_RETURN); elements outside the array are passed over, since a
 * program that writes there is stopped by a guard page.
 *
 * answer_tap adds x[xi] * k[ki] to the element; xi may be PADDING (the term
 * is a zero that is counted); any other index outside x or k makes the
 * element CELL_UNKNOWN. */
void answer_tap(struct answer *a, int out, int index, int x, int xi, int k,
                int ki);
/* Adds a term that is no product, such as a bias: the element of an input
 * array, or a float argument (then element is 0). */
void answer_add(struct answer *a, int out, int index, int arg, int element);
/* Sets the element: a value, and the error allowed (0: exact). */
void answer_put(struct answer *a, int out, int index, double value,
                double allowed);
/* Multiplies what was tapped so far, for models that divide at the end. */
void answer_scale(struct answer *a, int out, int index, double factor);
/* Marks the element: added to old contents, or beyond prediction. */
void answer_stale(struct answer *a, int out, int index);
void answer_unknown(struct answer *a, int out, int index);

/* Whether an observed cell is what the answer says. */
bool answer_agrees(const struct cell *said, const struct cell *seen);

#endif
