#ifndef CONVLINGS_LOG_SUM_H
#define CONVLINGS_LOG_SUM_H

#include <stddef.h>

/* The logarithm of a sum of exponentials, for softmax and cross-entropy. For
 * the library's own files. */
#pragma GCC visibility push(hidden)

/* sum of exp(x[k]) = exp(largest) * (1 + rest), rest >= 0. */
typedef struct ref_log_sum {
    double largest, rest;
} ref_log_sum;

/* The sum over a line of scores.
 *   line, count  in   the scores, at least one
 *   step         in   from one score to the next, in elements
 * Returns  rest is NaN if a score is NaN or +infinity, or all are -infinity */
ref_log_sum ref_log_sum_of(const float *line, int count, ptrdiff_t step);

/* softmax and log_softmax of one score of that line.
 * Returns  the value with a relative error of less than 2^-40 plus count
 *          times 2^-53, or one that underflows in float; NaN if rest is */
double ref_softmax_of(double score, const ref_log_sum *sum);
double ref_log_softmax_of(double score, const ref_log_sum *sum);

#pragma GCC visibility pop

#endif
