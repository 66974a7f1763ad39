#ifndef CONVLINGS_UNFOLD_H
#define CONVLINGS_UNFOLD_H

#include "status.h"

/* The windows of an image as the columns of a matrix, and the way back. With
 * the windows laid out so, a convolution is one product of matrices. Elsewhere
 * the two are called im2col and col2im. */

/* Options of both, those of a convolution.
 *   sh, sw          stride down and across, >= 1
 *   pt, pb, pl, pr  zeros on top, at the bottom, left and right, >= 0
 *   dh, dw          dilation down and across, >= 1 (1: a dense window)
 * Fill one by copying REF_UNFOLD_DEFAULTS and changing what differs. */
typedef struct ref_unfold_params {
    int sh, sw;
    int pt, pb, pl, pr;
    int dh, dw;
} ref_unfold_params;

/* Stride 1, no padding, dilation 1: what p = NULL means. */
#define REF_UNFOLD_DEFAULTS                                                    \
    ((ref_unfold_params){.sh = 1, .sw = 1, .dh = 1, .dw = 1})

/* Copies every window of every image to a column.
 *   y[b, (k*kh + u)*kw + v, i*ow + j] = x[b,k, i*sh-pt+u*dh, j*sw-pl+v*dw]
 *   for channel k, tap u, v and position i, j; 0 outside x
 *   x       in   n x c x h x w              p  in   options, or NULL
 *   y       out  n x c*kh*kw x oh*ow; every element is written; overlaps no
 *                input
 *   A convolution with one group is weight (c_out x c*kh*kw) times y[b].
 * Sizes    oh = floor((h + pt + pb - dh*(kh-1) - 1) / sh) + 1, ow likewise;
 *          in elements; ref_unfold_output gives them. n may be 0: nothing is
 *          copied and x and y may be NULL. All other sizes are >= 1
 * Memory   the caller owns both arrays; none is taken
 * Errors   REF_ENULL; REF_ESIZE: a size below 1, a dilated window larger than
 *          the padded image; REF_EPARAM: an option outside its range;
 *          REF_EOVERFLOW: an array beyond PTRDIFF_MAX bytes, a padded axis
 *          beyond INT_MAX; REF_EOVERLAP; y is untouched on error
 * Accuracy exact
 * Specials NaN and infinity are copied like any number
 * Threads  safe on distinct y
 * Source   torch.nn.functional.unfold */
REF_MUST_USE ref_status ref_unfold(const float *x, int n, int c, int h, int w,
                                   int kh, int kw, const ref_unfold_params *p,
                                   float *y);

/* Positions of the window down and across: y has oh*ow columns.
 *   h, w, kh, kw  in   image and window     p       in   options, or NULL
 *   oh, ow        out  the positions, >= 1
 * Errors   REF_ENULL, REF_ESIZE, REF_EPARAM, REF_EOVERFLOW, as ref_unfold;
 *          *oh and *ow are untouched on error
 * Threads  safe */
REF_MUST_USE ref_status ref_unfold_output(int h, int w, int kh, int kw,
                                          const ref_unfold_params *p, int *oh,
                                          int *ow);

/* Adds every column to the place its window has in the image: the transpose
 * of ref_unfold, not its inverse. Fold after unfold multiplies each pixel by
 * the number of windows that see it.
 *   y[b,k,r,q] = sum of x[b, (k*kh + u)*kw + v, i*ow + j] over the u,v,i,j with
 *                i*sh-pt+u*dh = r and j*sw-pl+v*dw = q
 *   x       in   n x c*kh*kw x oh*ow        p  in   options, or NULL
 *   y       out  n x c x h x w; every element is written, with 0 where no
 *                window sees it; overlaps no input. h and w are its sizes
 * Sizes, Memory, Errors, Threads  as ref_unfold; what falls on the padding is
 *          dropped
 * Accuracy |y - exact| <= ref_sum_bound(kh*kw, sum |x|), see bound.h: a window
 *          covers a pixel with each tap at most once. The order of the sum is
 *          fixed
 * Specials NaN and infinity take part as IEEE 754 has it, where they lie
 * Source   torch.nn.functional.fold */
REF_MUST_USE ref_status ref_fold(const float *x, int n, int c, int h, int w,
                                 int kh, int kw, const ref_unfold_params *p,
                                 float *y);

#endif
