#ifndef CONVLINGS_LP_POOL_H
#define CONVLINGS_LP_POOL_H

#include "status.h"

/* Pooling by the p-norm of each window: p = 1 is a sum, p = 2 a length, and a
 * large p comes near the maximum. */

/* Options of a power-average pool.
 *   sh, sw     stride down and across, >= 1; 0 stands for the window's own
 *              size kh, kw: windows side by side
 *   ceil_mode  not 0: also a last window that hangs over the end, if it starts
 *              inside the image
 * Fill one by copying REF_LP_POOL2D_DEFAULTS and changing what differs. */
typedef struct ref_lp_pool2d_params {
    int sh, sw;
    int ceil_mode;
} ref_lp_pool2d_params;

/* Windows side by side, only whole windows: what p = NULL means. */
#define REF_LP_POOL2D_DEFAULTS ((ref_lp_pool2d_params){.sh = 0})

/* Two-dimensional power-average pool.
 *   y[b,c,i,j] = (kh*kw * average over u,v of x[b,c, i*sh+u, j*sw+v]^p)^(1/p)
 *   with p the norm_type; the average is over the places inside x. Of a whole
 *   window that is (sum of x^p)^(1/p). Of a window that hangs over, which only
 *   ceil mode has, the sum is scaled up as if the whole window were like the
 *   part inside: PyTorch's formula
 *   x          in   n x c x h x w           p    in   options, or NULL
 *   norm_type  in   any finite number but 0. The signs of x stay: where an odd
 *                   or broken power asks for the root of a negative number,
 *                   the result is NaN, as in PyTorch
 *   y          out  n x c x oh x ow; every element is written; overlaps no
 *                   input
 * Sizes    ref_pool_output_size for each axis; in elements;
 *          ref_lp_pool2d_output gives them. n may be 0: nothing is computed
 *          and x and y may be NULL. All other sizes are >= 1
 * Memory   the caller owns all arrays; none is taken
 * Errors   REF_ENULL; REF_ESIZE: a size below 1, a window larger than the
 *          image (by a stride or more, in ceil mode); REF_EPARAM: an option
 *          outside its range; a norm_type of 0 (PyTorch divides by it), NaN,
 *          or infinity (PyTorch gives 1; the limit is ref_max_pool2d of |x|);
 *          REF_EOVERFLOW; REF_EOVERLAP; y is untouched on error
 * Accuracy powers and sum are formed in double. With S = sum of x^p and
 *          e = (m + 5) * 2^-52 * (sum |x^p|) / |S|, m the places inside x,
 *          |y - exact| <= (2^-24 + 2^-45 + 2 e/|p|) * |exact| + 2^-149, given
 *          a pow right to one unit in the last place, e and e/|p| at most 1/8,
 *          powers within the doubles and y within the floats. So terms of one
 *          sign give y to half a unit in its last place, and hardly more
 * Specials as PyTorch, whose powers of 2 and of one half are products and
 *          square roots: NaN gives NaN, infinity what its power gives. Where
 *          PyTorch's float32 powers overflow or vanish, these in double mostly
 *          do not
 * Threads  safe on distinct y
 * Source   torch.nn.functional.lp_pool2d */
REF_MUST_USE ref_status ref_lp_pool2d(const float *x, int n, int c, int h,
                                      int w, float norm_type, int kh, int kw,
                                      const ref_lp_pool2d_params *p, float *y);

/* Rows and columns of ref_lp_pool2d's output.
 *   h, w, kh, kw  in   image and window     p       in   options, or NULL
 *   oh, ow        out  the sizes, >= 1
 * Errors   REF_ENULL, REF_ESIZE, REF_EPARAM, as ref_lp_pool2d; *oh and *ow are
 *          untouched on error
 * Threads  safe */
REF_MUST_USE ref_status ref_lp_pool2d_output(int h, int w, int kh, int kw,
                                             const ref_lp_pool2d_params *p,
                                             int *oh, int *ow);

#endif
