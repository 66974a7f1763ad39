#ifndef CONVLINGS_GLOBAL_POOL_H
#define CONVLINGS_GLOBAL_POOL_H

#include "status.h"

/* Pooling with one window as large as the image: each channel becomes one
 * number. Images have d = 1, rows d = h = 1. */

/* Global average pool.
 *   y[b,c] = average of x[b,c,l,i,j] over l,i,j
 *   x       in   n x c x d x h x w
 *   y       out  n x c; every element is written; overlaps no input
 * Sizes    n may be 0: nothing is computed and x and y may be NULL. All other
 *          sizes are >= 1
 * Memory   the caller owns all arrays; none is taken
 * Errors   REF_ENULL; REF_ESIZE: a size below 1; REF_EOVERFLOW: an array
 *          beyond PTRDIFF_MAX bytes; REF_EOVERLAP; y is untouched on error
 * Accuracy the sum is formed in double and rounded once:
 *          |y - exact| <= 2^-24 |exact| + m 2^-52 * average |x| + 2^-149,
 *          m = d*h*w
 * Specials NaN and infinity take part as IEEE 754 has it, as in PyTorch; the
 *          average of finite numbers is finite
 * Threads  safe on distinct y
 * Source   Lin, Chen & Yan, "Network in network", 2014, section 3.2;
 *          torch.mean over the last axes */
REF_MUST_USE ref_status ref_global_avg_pool(const float *x, int n, int c, int d,
                                            int h, int w, float *y);

/* Global maximum pool.
 *   y[b,c] = max of x[b,c,l,i,j] over l,i,j
 *   x, y, Sizes, Memory, Errors, Threads  as ref_global_avg_pool
 * Accuracy exact
 * Specials a NaN in a channel gives NaN, as in PyTorch; of 0 and -0 the first
 * Source   torch.amax over the last axes */
REF_MUST_USE ref_status ref_global_max_pool(const float *x, int n, int c, int d,
                                            int h, int w, float *y);

#endif
