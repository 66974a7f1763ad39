/* Programs that lay one array over another, right and wrong ones:
 *
 *   for each output (i, j), for each (u, v):  y[...] += x[...] * k[...]
 *
 * A wrong program of this kind has an index of its own, and is told by it.
 * Arrays of rank 1 count as one row, so 1-D programs are among them.
 */
#ifndef CONVLINGS_LOOPS_H
#define CONVLINGS_LOOPS_H

#include "answer.h"

/* The sizes of x, k and y, and where the loops are; the other parameters
 * stand in the call. */
struct at {
    const struct call *call;
    int h, w, kh, kw, oh, ow;
    int i, j, u, v;
};

/* Which element of an array is touched there. An index of x may also be
 * PADDING, a zero. NOWHERE as index of x or k: this product is left out; as
 * index of y: this output is left out. */
typedef int place(const struct at *t);
enum { NOWHERE = PADDING - 1 };

/* A place that is NULL is that of the right program. */
struct loops {
    place *x, *k, *y;
    bool never_reset; /* a sum goes on where the one before it ended */
};

/* Runs a program on the call of an answer; x, k and y say which parameters
 * the arrays are. */
void loops_run(struct answer *a, int x, int k, int y, const struct loops *right,
               const struct loops *wrong);

/* Places that programs have in common. The right ones, for x without any
 * padding; then mistakes, each with the index that it has in C. */
place at_window;            /* x[(i+u)*w + (j+v)] */
place at_kernel;            /* k[u*kw + v] */
place at_output;            /* y[i*ow + j] */
place at_flipped;           /* k[(kh-1-u)*kw + (kw-1-v)] */
place at_row_flipped;       /* k[(kh-1-u)*kw + v] */
place at_column_flipped;    /* k[u*kw + (kw-1-v)] */
place at_transposed;        /* k[v*kw + u] */
place at_column_order;      /* k[v*kh + u] */
place at_kernel_pitch;      /* k[u*kh + v] */
place at_kernel_inner;      /* k[u*kw + v], its last row and column left out */
place at_output_transposed; /* y[j*oh + i] */
place at_output_pitch;      /* y[i*oh + j] */

#endif
