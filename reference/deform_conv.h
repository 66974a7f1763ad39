#ifndef CONVLINGS_DEFORM_CONV_H
#define CONVLINGS_DEFORM_CONV_H

#include "status.h"

/* Deformable convolution: at every place of the output, each tap of the kernel
 * looks where an offset sends it, between the pixels if need be, and a mask
 * says how much its find counts. With offsets of 0 and no mask it is
 * ref_conv2d. Offsets and mask are inputs like x: a network learns to compute
 * them. */

/* Options of a deformable convolution.
 *   sh, sw          stride down and across, >= 1
 *   pt, pb, pl, pr  padding of zeros on top, at the bottom, left and right,
 *                   >= 0; beyond it there are zeros too
 *   dh, dw          dilation down and across, >= 1 (1: a dense kernel)
 *   groups          >= 1, divides c_in and c_out: as in ref_conv2d_params
 *   offset_groups   >= 1, divides c_in: the channels are cut into as many
 *                   parts that have offsets and mask of their own
 * Fill one by copying REF_DEFORM_CONV2D_DEFAULTS and changing what differs. */
typedef struct ref_deform_conv2d_params {
    int sh, sw;
    int pt, pb, pl, pr;
    int dh, dw;
    int groups;
    int offset_groups;
} ref_deform_conv2d_params;

/* Stride 1, no padding, dilation 1, one group of either kind: what p = NULL
 * means. */
#define REF_DEFORM_CONV2D_DEFAULTS                                             \
    ((ref_deform_conv2d_params){                                               \
        .sh = 1, .sw = 1, .dh = 1, .dw = 1, .groups = 1, .offset_groups = 1})

/* Two-dimensional deformable convolution.
 *   y[b,o,i,j] = bias[o] + sum over c,u,v of w[o,c,u,v] * mask[b,f,t,i,j] *
 *                X(i*sh-pt+u*dh + dy, j*sw-pl+v*dw + dx)
 *   with cg = c_in/groups, g the group of o, X channel g*cg+c of image b, f
 *   its offset group, t = u*kw + v, dy = offset[b,f,t,0,i,j] and
 *   dx = offset[b,f,t,1,i,j]
 *   X(r,q) between pixels is bilinear, over the four pixels about it:
 *     (1-a)*(1-e)*X[R,Q] + (1-a)*e*X[R,Q+1] + a*(1-e)*X[R+1,Q] + a*e*X[R+1,Q+1]
 *   with R = floor(r), a = r-R, Q = floor(q), e = q-Q; a pixel outside counts
 *   0, and all of X is 0 at r <= -1, r >= h, q <= -1 and q >= w
 *   x       in   n x c_in x h x w
 *   offset  in   n x offset_groups x kh*kw x 2 x oh x ow, in pixels
 *   mask    in   n x offset_groups x kh*kw x oh x ow, or NULL: all 1
 *   weight  in   c_out x cg x kh x kw
 *   bias    in   c_out, or NULL: no bias    p  in  options, or NULL
 *   y       out  n x c_out x oh x ow; every element is written; overlaps no
 *                input
 * Sizes    oh = floor((h + pt + pb - dh*(kh-1) - 1) / sh) + 1, ow likewise;
 *          in elements; ref_deform_conv2d_output gives them. n may be 0:
 *          nothing is computed and x, offset and y may be NULL. All other
 *          sizes are >= 1
 * Memory   the caller owns all arrays; none is taken
 * Errors   REF_ENULL; REF_ESIZE: a size below 1, a dilated kernel larger than
 *          the padded image; REF_EPARAM: an option outside its range, groups
 *          or offset_groups that do not divide the channels; REF_EOVERFLOW:
 *          an array beyond PTRDIFF_MAX bytes, a padded axis beyond INT_MAX;
 *          REF_EOVERLAP; y is untouched on error
 * Accuracy the position of a tap, a whole number plus dy or dx, is rounded to
 *          float32, as in torchvision; for the position so rounded,
 *            |y - exact| <= gamma_(m+8) * (|bias| + sum |w mask| |X|(r,q))
 *          with |X| the bilinear value of absolute pixels and m = cg*kh*kw + 1
 *          terms, see bound.h, as long as no product is below FLT_MIN. The 8:
 *          a and 1-a have one rounding each where a pixel inside is weighted
 *          with them (a = r-R is exact but for -1 < r < 0, when row R is
 *          outside), so have e and 1-e, and their product has 3; times the
 *          pixel 4; the sum of four 7; times mask 8. The order of the sum is
 *          fixed: the same call gives the same bits on the same machine
 * Specials as torchvision: NaN and infinity take part as IEEE 754 has it, also
 *          with a weight of 0: an infinite pixel beside or below a whole
 *          position gives NaN, for 0 * infinity is; a NaN or infinite mask or
 *          weight gives NaN where X is 0. An infinite offset is outside. A NaN
 *          position on one axis gives 0 if the other axis is outside, else
 *          NaN, where torchvision reads beyond its arrays
 * Threads  safe on distinct y
 * Source   Dai et al., "Deformable convolutional networks", 2017; the mask:
 *          Zhu et al., "Deformable ConvNets v2", 2019;
 *          torchvision.ops.deform_conv2d */
REF_MUST_USE ref_status ref_deform_conv2d(
    const float *x, int n, int c_in, int h, int w, const float *offset,
    const float *mask, const float *weight, int c_out, int kh, int kw,
    const float *bias, const ref_deform_conv2d_params *p, float *y);

/* Rows and columns of ref_deform_conv2d's output.
 *   h, w, kh, kw  in   image and kernel     p       in   options, or NULL
 *   oh, ow        out  the sizes, >= 1
 * Errors   REF_ENULL, REF_ESIZE, REF_EPARAM, REF_EOVERFLOW, as
 *          ref_deform_conv2d; *oh and *ow are untouched on error
 * Threads  safe */
REF_MUST_USE ref_status
ref_deform_conv2d_output(int h, int w, int kh, int kw,
                         const ref_deform_conv2d_params *p, int *oh, int *ow);

#endif
