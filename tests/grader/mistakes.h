/* Mistakes in what is done with right sums, as wrong models for the tables
 * of misconceptions. Mistakes in an index are in loops.h.
 */
#ifndef CONVLINGS_MISTAKES_H
#define CONVLINGS_MISTAKES_H

#include "answer.h"

/* The right answer, and what becomes of it. */
struct spoiled {
    model *right;
    void (*then)(struct answer *a);
};

/* how is a struct spoiled. */
wrong_model answer_spoiled;
/* how is a struct spoiled without then. An int is the accumulator of each
 * sum, its terms in the order in which right taps them, at most TRACE_MAX:
 * C computes sum + x*k in float and cuts the fraction off each time. A term
 * that was added alone (answer_add) is what the sum begins with. */
wrong_model answer_int_sum;

/* What may become of it. */
void answer_add_to_old(struct answer *a);   /* added to what y held before */
void answer_cut(struct answer *a);          /* fraction cut off */
void answer_no_negatives(struct answer *a); /* below 0: 0 */
void answer_to_byte(struct answer *a);      /* forced into 0..255 */
void answer_to_255(struct answer *a);       /* above 255: 255 */
void answer_absolute(struct answer *a);     /* sign lost */
/* The same with a number: the cells from first on; divided by count. */
void answer_add_rest_to_old(struct answer *a, int first);
void answer_mean(struct answer *a, int count);

#endif
