#ifndef CONVLINGS_ADAPTIVE_POOL_H
#define CONVLINGS_ADAPTIVE_POOL_H

#include "status.h"

/* Average pooling that is told the size of its output and finds the windows:
 * position i of out sees the elements from floor(i*n/out) to before
 * ceil((i+1)*n/out) of an axis of n. Windows overlap by at most one element
 * unless the output is larger than the input, when elements are seen more than
 * once. */

/* Two-dimensional adaptive average pool.
 *   y[b,c,i,j] = average of x[b,c,r,q] over floor(i*h/oh) <= r <
 *                ceil((i+1)*h/oh), floor(j*w/ow) <= q < ceil((j+1)*w/ow)
 *   x       in   n x c x h x w
 *   y       out  n x c x oh x ow; every element is written; overlaps no input
 * Sizes    n may be 0: nothing is computed and x and y may be NULL. All other
 *          sizes, those of the output among them, are >= 1
 * Memory   the caller owns all arrays; none is taken
 * Errors   REF_ENULL; REF_ESIZE: a size below 1; REF_EOVERFLOW: an array
 *          beyond PTRDIFF_MAX bytes; REF_EOVERLAP; y is untouched on error
 * Accuracy the sum is formed in double and rounded once:
 *          |y - exact| <= 2^-24 |exact| + m 2^-52 * average |x| + 2^-149, m
 *          the places in the window
 * Specials NaN and infinity take part as IEEE 754 has it, as in PyTorch; the
 *          average of finite numbers is finite
 * Threads  safe on distinct y
 * Source   torch.nn.functional.adaptive_avg_pool2d */
REF_MUST_USE ref_status ref_adaptive_avg_pool2d(const float *x, int n, int c,
                                                int h, int w, int oh, int ow,
                                                float *y);

/* One-dimensional adaptive average pool.
 *   x       in   n x c x w
 *   y       out  n x c x ow; every element is written; overlaps no input
 * Sizes, Memory, Errors, Accuracy, Specials, Threads  as
 *          ref_adaptive_avg_pool2d, of which it is the case of one row
 * Source   torch.nn.functional.adaptive_avg_pool1d */
REF_MUST_USE ref_status ref_adaptive_avg_pool1d(const float *x, int n, int c,
                                                int w, int ow, float *y);

/* Three-dimensional adaptive average pool.
 *   x       in   n x c x d x h x w
 *   y       out  n x c x od x oh x ow; every element is written; overlaps no
 *                input
 * Sizes, Memory, Errors, Accuracy, Specials, Threads  as
 *          ref_adaptive_avg_pool2d
 * Source   torch.nn.functional.adaptive_avg_pool3d */
REF_MUST_USE ref_status ref_adaptive_avg_pool3d(const float *x, int n, int c,
                                                int d, int h, int w, int od,
                                                int oh, int ow, float *y);

#endif
