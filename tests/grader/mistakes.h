/* Mistakes that programs with loops over sums of products have in common,
 * as building blocks for the wrong models of the check files.
 */
#ifndef CONVLINGS_MISTAKES_H
#define CONVLINGS_MISTAKES_H

#include "answer.h"

/* How an array is walked through: the element that belongs to output row i,
 * column j and kernel row u, column v is start + i*.i + j*.j + u*.u + v*.v.
 * A wrong program has a wrong start or a wrong step. */
struct walk {
    int start, i, j, u, v;
};

/* Four loops over y[...] += x[...] * k[...]: which parameters the arrays
 * are, how far the loops run, and how each array is walked through. */
struct loops {
    int x, k, y;
    int rows, cols, krows, kcols;
    struct walk at_x, at_k, at_y;
};

/* Runs the loops. A write beside y is stopped at a guard page, or leaves y
 * incomplete: then the last element of y is marked as unknown. */
void loops_run(struct answer *a, const struct loops *t);
/* = for +=: only the last product of each sum is left. */
void loops_last_tap(struct answer *a, const struct loops *t);
/* The sum is never set back to 0. */
void loops_never_reset(struct answer *a, const struct loops *t);

/* What becomes of right outputs afterwards. */
void answer_add_to_old(struct answer *a);      /* added to what y held before */
void answer_mean(struct answer *a, int count); /* divided by count */
void answer_cut(struct answer *a);             /* fraction cut off */
void answer_no_negatives(struct answer *a);    /* below 0: 0 */
void answer_to_byte(struct answer *a);         /* forced into 0..255 */
void answer_absolute(struct answer *a);        /* sign lost */
/* An int as accumulator of each sum, its terms in the order in which right
 * taps them, at most TRACE_MAX: C computes sum + x*k in float and cuts the
 * fraction off at every addition. */
void answer_int_sum(model *right, const struct call *c, struct answer *a);

#endif
