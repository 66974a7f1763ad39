#ifndef CONVLINGS_CONV_TRANSPOSE_H
#define CONVLINGS_CONV_TRANSPOSE_H

#include "status.h"

/* Transposed convolution: each input number puts a whole kernel, times itself,
 * into the output, a stride further for the next; where they meet they add. It
 * is the transpose of conv.h's linear map, with the same weight array, stride,
 * padding and dilation:
 *     <conv(a), x> = <a, conv_transpose(x)>  for all a and x
 * and so the gradient of a convolution with respect to its input; it does not
 * undo one. In one, two and three dimensions; the two-dimensional one says it
 * all, the others say what differs. */

/* Options of a two-dimensional transposed convolution.
 *   sh, sw          stride down and across: the step in the output from one
 *                   input number to the next, >= 1
 *   pt, pb, pl, pr  padding of the convolution it is the transpose of: rows
 *                   and columns cut off the output, >= 0
 *   ah, aw          output padding: rows added at the bottom, columns on the
 *                   right, to choose among the sizes that a stride makes
 *                   equal; >= 0, less than the stride or the dilation
 *   dh, dw          dilation down and across, >= 1 (1: a dense kernel)
 *   groups          >= 1, divides c_in and c_out: the channels are cut into
 *                   as many parts that do not see each other
 * Fill one by copying REF_CONV_TRANSPOSE2D_DEFAULTS and changing what differs.
 */
typedef struct ref_conv_transpose2d_params {
    int sh, sw;
    int pt, pb, pl, pr;
    int ah, aw;
    int dh, dw;
    int groups;
} ref_conv_transpose2d_params;

/* Stride 1, no padding, dilation 1, one group: what p = NULL means. */
#define REF_CONV_TRANSPOSE2D_DEFAULTS                                          \
    ((ref_conv_transpose2d_params){                                            \
        .sh = 1, .sw = 1, .dh = 1, .dw = 1, .groups = 1})

/* Two-dimensional transposed convolution.
 *   y[b,o,r,q] = bias[o] + sum over c,i,j,u,v of
 *                x[b, g*cg+c, i,j] * w[g*cg+c, o-g*og, u,v]
 *   over all that meet there, i*sh-pt+u*dh = r and j*sw-pl+v*dw = q,
 *   with cg = c_in/groups, og = c_out/groups and g the group of o
 *   x       in   n x c_in x h x w           weight  in  c_in x og x kh x kw
 *   bias    in   c_out, or NULL: no bias    p       in  options, or NULL
 *   y       out  n x c_out x oh x ow; every element is written; overlaps no
 *                input
 *   The weight lies as that of the convolution from c_out to c_in channels.
 * Sizes    oh = (h-1)*sh - pt - pb + dh*(kh-1) + ah + 1, ow likewise; in
 *          elements; ref_conv_transpose2d_output gives them. n may be 0:
 *          nothing is computed and x and y may be NULL. All other sizes are
 *          >= 1
 * Memory   the caller owns all arrays; none is taken
 * Errors   REF_ENULL; REF_ESIZE: a size below 1, padding that leaves nothing;
 *          REF_EPARAM: an option outside its range, groups that do not divide
 *          the channels; REF_EOVERFLOW: an array beyond PTRDIFF_MAX bytes, an
 *          axis beyond INT_MAX; REF_EOVERLAP; y is untouched on error
 * Accuracy |y - exact| <= ref_sum_bound(m, |bias| + sum |x w|), see bound.h,
 *          m = cg*kh*kw + 1; exact when all terms and partial sums are integers
 *          below 2^24. The order of the sum is fixed: the same call gives the
 *          same bits on the same machine
 * Specials NaN and infinity take part as IEEE 754 has it, where they meet an
 *          element: as in PyTorch, what is cut off does not reach y, and an
 *          element that no kernel reaches is bias
 * Threads  safe on distinct y
 * Source   torch.nn.functional.conv_transpose2d; sizes: Dumoulin & Visin 2016,
 *          relationships 13 and 14 */
REF_MUST_USE ref_status ref_conv_transpose2d(
    const float *x, int n, int c_in, int h, int w, const float *weight,
    int c_out, int kh, int kw, const float *bias,
    const ref_conv_transpose2d_params *p, float *y);

/* Rows and columns of ref_conv_transpose2d's output.
 *   h, w, kh, kw  in   image and kernel     p       in   options, or NULL
 *   oh, ow        out  the sizes, >= 1
 * Errors   REF_ENULL, REF_ESIZE, REF_EPARAM, REF_EOVERFLOW, as
 *          ref_conv_transpose2d; *oh and *ow are untouched on error
 * Threads  safe */
REF_MUST_USE ref_status ref_conv_transpose2d_output(
    int h, int w, int kh, int kw, const ref_conv_transpose2d_params *p, int *oh,
    int *ow);

/* Options of a one-dimensional transposed convolution: those of
 * ref_conv_transpose2d_params along the row. Fill one by copying
 * REF_CONV_TRANSPOSE1D_DEFAULTS. */
typedef struct ref_conv_transpose1d_params {
    int sw;
    int pl, pr;
    int aw;
    int dw;
    int groups;
} ref_conv_transpose1d_params;

/* Stride 1, no padding, dilation 1, one group: what p = NULL means. */
#define REF_CONV_TRANSPOSE1D_DEFAULTS                                          \
    ((ref_conv_transpose1d_params){.sw = 1, .dw = 1, .groups = 1})

/* One-dimensional transposed convolution.
 *   y[b,o,q] = bias[o] + sum over c,j,v of
 *              x[b, g*cg+c, j] * w[g*cg+c, o-g*og, v]
 *   over all that meet there, j*sw-pl+v*dw = q
 *   x       in   n x c_in x w               weight  in  c_in x og x kw
 *   bias    in   c_out, or NULL: no bias    p       in  options, or NULL
 *   y       out  n x c_out x ow; every element is written; overlaps no input
 * Sizes    ow = (w-1)*sw - pl - pr + dw*(kw-1) + aw + 1
 * Memory, Errors, Accuracy, Specials, Threads  as ref_conv_transpose2d, of
 *          which it is the case of one row
 * Source   torch.nn.functional.conv_transpose1d */
REF_MUST_USE ref_status ref_conv_transpose1d(
    const float *x, int n, int c_in, int w, const float *weight, int c_out,
    int kw, const float *bias, const ref_conv_transpose1d_params *p, float *y);

/* The length of ref_conv_transpose1d's output; as ref_conv_transpose2d_output.
 */
REF_MUST_USE ref_status ref_conv_transpose1d_output(
    int w, int kw, const ref_conv_transpose1d_params *p, int *ow);

/* Options of a three-dimensional transposed convolution: those of
 * ref_conv_transpose2d_params, and
 *   sd, ad, dd  stride, output padding and dilation along the depth
 *   pf, pk      padding in front and at the back
 * Fill one by copying REF_CONV_TRANSPOSE3D_DEFAULTS. */
typedef struct ref_conv_transpose3d_params {
    int sd, sh, sw;
    int pf, pk, pt, pb, pl, pr;
    int ad, ah, aw;
    int dd, dh, dw;
    int groups;
} ref_conv_transpose3d_params;

/* Stride 1, no padding, dilation 1, one group: what p = NULL means. */
#define REF_CONV_TRANSPOSE3D_DEFAULTS                                          \
    ((ref_conv_transpose3d_params){                                            \
        .sd = 1, .sh = 1, .sw = 1, .dd = 1, .dh = 1, .dw = 1, .groups = 1})

/* Three-dimensional transposed convolution.
 *   y[b,o,s,r,q] = bias[o] + sum over c,l,i,j,t,u,v of
 *                  x[b, g*cg+c, l,i,j] * w[g*cg+c, o-g*og, t,u,v]
 *   over all that meet there: l*sd-pf+t*dd = s, i*sh-pt+u*dh = r,
 *   j*sw-pl+v*dw = q
 *   x       in   n x c_in x d x h x w
 *   weight  in   c_in x og x kd x kh x kw
 *   bias    in   c_out, or NULL: no bias    p  in  options, or NULL
 *   y       out  n x c_out x od x oh x ow; every element is written; overlaps
 *                no input
 * Sizes    od = (d-1)*sd - pf - pk + dd*(kd-1) + ad + 1, oh and ow as
 *          ref_conv_transpose2d
 * Accuracy as ref_conv_transpose2d, with m = cg*kd*kh*kw + 1
 * Memory, Errors, Specials, Threads  as ref_conv_transpose2d
 * Source   torch.nn.functional.conv_transpose3d */
REF_MUST_USE ref_status ref_conv_transpose3d(
    const float *x, int n, int c_in, int d, int h, int w, const float *weight,
    int c_out, int kd, int kh, int kw, const float *bias,
    const ref_conv_transpose3d_params *p, float *y);

/* Planes, rows and columns of ref_conv_transpose3d's output; as
 * ref_conv_transpose2d_output. */
REF_MUST_USE ref_status ref_conv_transpose3d_output(
    int d, int h, int w, int kd, int kh, int kw,
    const ref_conv_transpose3d_params *p, int *od, int *oh, int *ow);

#endif
