#ifndef CONVLINGS_LINEAR_H
#define CONVLINGS_LINEAR_H

#include "status.h"

/* Fully connected layer: every output sees every input.
 *   y[b,o] = bias[o] + sum over k of x[b,k] * w[o,k]
 *   x       in   n x in_features
 *   weight  in   out_features x in_features
 *   bias    in   out_features, or NULL: no bias
 *   y       out  n x out_features; every element is written; overlaps no input
 *   Images of n x c x h x w lie in memory as n x c*h*w: flattening them is
 *   nothing to do.
 * Sizes    in elements. n may be 0: nothing is computed and x and y may be
 *          NULL. in_features and out_features are >= 1
 * Memory   the caller owns all arrays; none is taken
 * Errors   REF_ENULL, REF_ESIZE, REF_EOVERFLOW, REF_EOVERLAP; y is untouched
 *          on error
 * Accuracy |y - exact| <= ref_sum_bound(m, |bias| + sum |x w|),
 *          m = in_features + 1, see bound.h; exact when all terms and partial
 *          sums are integers below 2^24. The order of the sum is fixed: the
 *          same call gives the same bits on the same machine
 * Specials NaN and infinity take part as IEEE 754 has it, as in PyTorch
 * Threads  safe on distinct y
 * Source   torch.nn.functional.linear */
REF_MUST_USE ref_status ref_linear(const float *x, int n, int in_features,
                                   const float *weight, int out_features,
                                   const float *bias, float *y);

#endif
