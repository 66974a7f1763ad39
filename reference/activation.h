#ifndef CONVLINGS_ACTIVATION_H
#define CONVLINGS_ACTIVATION_H

#include <stddef.h>

#include "status.h"

/* Functions applied to each element for itself, and the two that turn a line
 * of scores into probabilities. All may work in place. u is 2^-24. */

/* Rectified linear unit: y[i] = max(x[i], 0).
 *   x      in   count numbers
 *   y      out  count numbers; may be x itself, else overlaps it nowhere
 * Sizes    count may be 0, and x and y NULL then
 * Memory   the caller owns both arrays; none is taken
 * Errors   REF_ENULL; REF_EOVERFLOW: more than PTRDIFF_MAX bytes;
 *          REF_EOVERLAP; y is untouched on error
 * Accuracy exact
 * Specials NaN gives NaN, +infinity itself, -infinity 0
 * Threads  safe on distinct y
 * Source   torch.nn.functional.relu */
REF_MUST_USE ref_status ref_relu(const float *x, size_t count, float *y);

/* Logistic function: y[i] = 1 / (1 + exp(-x[i])).
 *   x, count, y, Sizes, Memory, Errors, Threads  as ref_relu
 * Accuracy |y - exact| <= 1.001 (u |exact| + 2^-150): double inside, rounded
 *          once; also where the result is tiny
 * Specials NaN gives NaN, +infinity 1, -infinity 0
 * Source   torch.sigmoid */
REF_MUST_USE ref_status ref_sigmoid(const float *x, size_t count, float *y);

/* Hyperbolic tangent: y[i] = tanh(x[i]).
 *   x, count, y, Sizes, Memory, Errors, Threads  as ref_relu
 * Accuracy |y - exact| <= 1.001 (u |exact| + 2^-150): double inside, rounded
 *          once
 * Specials NaN gives NaN, infinities give 1 and -1
 * Source   torch.tanh */
REF_MUST_USE ref_status ref_tanh(const float *x, size_t count, float *y);

/* Softmax along one axis: for every line along it,
 *   y[i] = exp(x[i]) / sum over k of exp(x[k])
 *   x     in   dims[0] x ... x dims[rank-1]
 *   dims  in   the rank sizes, rank >= 1
 *   dim   in   which axis: 0 .. rank-1, or -rank .. -1 from the end
 *   y     out  as x; may be x itself, else overlaps it nowhere
 * Sizes    a size may be 0: nothing is computed, and x and y may be NULL
 * Memory   the caller owns all arrays; none is taken
 * Errors   REF_ENULL; REF_ESIZE: a size below 0; REF_EPARAM: rank below 1,
 *          no such axis; REF_EOVERFLOW: an array beyond PTRDIFF_MAX bytes;
 *          REF_EOVERLAP; y is untouched on error
 * Accuracy |y - exact| <= 2 (u |exact| + 2^-150) for lines of up to 2^28
 *          elements: the largest score is subtracted first, so nothing
 *          overflows; double inside, rounded once
 * Specials one NaN or +infinity makes its whole line NaN, and so does a line
 *          of nothing but -infinity; among others -infinity gives 0
 * Threads  safe on distinct y
 * Source   torch.nn.functional.softmax */
REF_MUST_USE ref_status ref_softmax(const float *x, const int *dims, int rank,
                                    int dim, float *y);

/* Logarithm of softmax along one axis, without forming the softmax:
 *   y[i] = x[i] - log(sum over k of exp(x[k]))
 *   x, dims, rank, dim, y, Sizes, Memory, Errors, Threads  as ref_softmax
 * Accuracy |y - exact| <= 2 (u |exact| + 2^-150) for lines of up to 2^28
 *          elements: also where the softmax is 0, and where it is so near to
 *          1 that its logarithm is tiny
 * Specials as ref_softmax, with -infinity instead of 0
 * Source   torch.nn.functional.log_softmax */
REF_MUST_USE ref_status ref_log_softmax(const float *x, const int *dims,
                                        int rank, int dim, float *y);

#endif
