#ifndef CONVLINGS_CONV_H
#define CONVLINGS_CONV_H

#include "pad.h"
#include "status.h"

/* Convolution as networks mean it: no flip, what mathematics calls
 * cross-correlation. In one, two and three dimensions; the two-dimensional one
 * says it all, the others say what differs. */

/* How a convolution is computed. Direct is the sum as it is written, in one
 * order. Winograd's algorithms multiply 2.25 (F(2x2,3x3)) or 4 (F(4x4,3x3))
 * times less often, and the bound of their error is larger: it is
 * ref_winograd_bound. They run only when they are asked for, which is allowed
 * in two dimensions with a kernel of 3 x 3, stride 1 and dilation 1; FASTEST
 * asks for them where they win. */
typedef enum ref_conv_algorithm {
    REF_CONV_DIRECT,
    REF_CONV_WINOGRAD_2, /* F(2x2,3x3) */
    REF_CONV_WINOGRAD_4, /* F(4x4,3x3) */
    REF_CONV_FASTEST     /* the likely fastest; see ref_conv_plan_algorithm */
} ref_conv_algorithm;

enum { REF_CONV_ALGORITHM_COUNT = REF_CONV_FASTEST + 1 };

/* Options of a two-dimensional convolution.
 *   sh, sw          stride down and across, >= 1
 *   pt, pb, pl, pr  padding: rows added on top and at the bottom, columns
 *                   added on the left and on the right, >= 0;
 *                   ref_same_padding gives those that keep the size
 *   pad_mode        what stands in the padding
 *   dh, dw          dilation down and across, >= 1 (1: a dense kernel)
 *   groups          >= 1, divides c_in and c_out: the channels are cut into
 *                   as many parts that do not see each other; groups = c_in
 *                   is the depthwise convolution
 *   algorithm       how it is computed
 *   threads         how many share the work at most; fewer if it is little. 0:
 *                   as many as OpenMP gives (all cores, or what OMP_NUM_THREADS
 *                   says), 1: this one only. They do not change a bit of y
 * Fill one by copying REF_CONV2D_DEFAULTS and changing what differs. */
typedef struct ref_conv2d_params {
    int sh, sw;
    int pt, pb, pl, pr;
    ref_pad_mode pad_mode;
    int dh, dw;
    int groups;
    ref_conv_algorithm algorithm;
    int threads;
} ref_conv2d_params;

/* Stride 1, no padding, dilation 1, one group: what p = NULL means. */
#define REF_CONV2D_DEFAULTS                                                    \
    ((ref_conv2d_params){.sh = 1, .sw = 1, .dh = 1, .dw = 1, .groups = 1})

/* Two-dimensional convolution.
 *   y[b,o,i,j] = bias[o] + sum over c,u,v of
 *                x[b, g*cg+c, i*sh-pt+u*dh, j*sw-pl+v*dw] * w[o,c,u,v]
 *   with cg = c_in/groups and g the group of o; outside x, pad_mode decides
 *   x       in   n x c_in x h x w           weight  in  c_out x cg x kh x kw
 *   bias    in   c_out, or NULL: no bias    p       in  options, or NULL
 *   y       out  n x c_out x oh x ow; every element is written; overlaps no
 *                input
 * Sizes    oh = floor((h + pt + pb - dh*(kh-1) - 1) / sh) + 1, ow likewise;
 *          in elements; ref_conv2d_output gives them. n may be 0: nothing is
 *          computed and x and y may be NULL. All other sizes are >= 1
 * Memory   the caller owns all arrays. A call makes a plan, runs it and frees
 *          it: what that takes says conv_plan.h. For many calls with the same
 *          weights keep a plan
 * Errors   REF_ENULL; REF_ESIZE: a size below 1, a dilated kernel larger than
 *          the padded image; REF_EPARAM: an option outside its range, padding
 *          beyond ref_pad_limit, groups that do not divide the channels, an
 *          algorithm that is not for this convolution; REF_EOVERFLOW: an array
 *          beyond PTRDIFF_MAX bytes, a padded axis beyond INT_MAX;
 *          REF_EOVERLAP; REF_ENOMEM; y is untouched on error
 * Accuracy |y - exact| <= ref_sum_bound(m, |bias| + sum |x w|), see bound.h,
 *          m = cg*kh*kw, and one more with a bias; exact when all terms and
 *          partial sums are integers below 2^24. By Winograd's algorithms
 *          ref_winograd_bound, and exact only for small integers by
 *          F(2x2,3x3). The order of the sum is fixed: the same call gives the
 *          same bits on the same machine, with any number of threads, and an
 *          image the same in any batch
 * Specials NaN and infinity take part as IEEE 754 has it, and the zeros of the
 *          padding are numbers like others: next to an infinite or NaN weight
 *          they give NaN, as in PyTorch. By Winograd's algorithms y comes in
 *          patches of 2 x 2 or 4 x 4, and what one element of a patch sees all
 *          of them may feel: NaN or infinity anywhere in it makes any of them
 *          NaN or infinite
 * Threads  safe on distinct y
 * Source   torch.nn.functional.conv2d; sizes: Dumoulin & Visin 2016,
 *          relationship 15 */
REF_MUST_USE ref_status ref_conv2d(const float *x, int n, int c_in, int h,
                                   int w, const float *weight, int c_out,
                                   int kh, int kw, const float *bias,
                                   const ref_conv2d_params *p, float *y);

/* Rows and columns of ref_conv2d's output.
 *   h, w, kh, kw  in   image and kernel     p       in   options, or NULL
 *   oh, ow        out  the sizes, >= 1
 * Errors   REF_ENULL, REF_ESIZE, REF_EPARAM, REF_EOVERFLOW, as ref_conv2d;
 *          *oh and *ow are untouched on error
 * Threads  safe */
REF_MUST_USE ref_status ref_conv2d_output(int h, int w, int kh, int kw,
                                          const ref_conv2d_params *p, int *oh,
                                          int *ow);

/* Options of a one-dimensional convolution: those of ref_conv2d_params along
 * the row. Fill one by copying REF_CONV1D_DEFAULTS. */
typedef struct ref_conv1d_params {
    int sw;
    int pl, pr;
    ref_pad_mode pad_mode;
    int dw;
    int groups;
    ref_conv_algorithm algorithm;
    int threads;
} ref_conv1d_params;

/* Stride 1, no padding, dilation 1, one group: what p = NULL means. */
#define REF_CONV1D_DEFAULTS ((ref_conv1d_params){.sw = 1, .dw = 1, .groups = 1})

/* One-dimensional convolution.
 *   y[b,o,j] = bias[o] + sum over c,v of x[b, g*cg+c, j*sw-pl+v*dw] * w[o,c,v]
 *   x       in   n x c_in x w               weight  in  c_out x cg x kw
 *   bias    in   c_out, or NULL: no bias    p       in  options, or NULL
 *   y       out  n x c_out x ow; every element is written; overlaps no input
 * Sizes    ow = floor((w + pl + pr - dw*(kw-1) - 1) / sw) + 1
 * Memory, Errors, Accuracy, Specials, Threads  as ref_conv2d, of which it is
 *          the case of one row
 * Source   torch.nn.functional.conv1d */
REF_MUST_USE ref_status ref_conv1d(const float *x, int n, int c_in, int w,
                                   const float *weight, int c_out, int kw,
                                   const float *bias,
                                   const ref_conv1d_params *p, float *y);

/* The length of ref_conv1d's output; as ref_conv2d_output. */
REF_MUST_USE ref_status ref_conv1d_output(int w, int kw,
                                          const ref_conv1d_params *p, int *ow);

/* Options of a three-dimensional convolution: those of ref_conv2d_params, and
 *   sd, dd  stride and dilation along the depth
 *   pf, pk  padding in front and at the back
 * Fill one by copying REF_CONV3D_DEFAULTS. */
typedef struct ref_conv3d_params {
    int sd, sh, sw;
    int pf, pk, pt, pb, pl, pr;
    ref_pad_mode pad_mode;
    int dd, dh, dw;
    int groups;
    ref_conv_algorithm algorithm;
    int threads;
} ref_conv3d_params;

/* Stride 1, no padding, dilation 1, one group: what p = NULL means. */
#define REF_CONV3D_DEFAULTS                                                    \
    ((ref_conv3d_params){                                                      \
        .sd = 1, .sh = 1, .sw = 1, .dd = 1, .dh = 1, .dw = 1, .groups = 1})

/* Three-dimensional convolution: of volumes, or of films.
 *   y[b,o,l,i,j] = bias[o] + sum over c,t,u,v of w[o,c,t,u,v] *
 *          x[b, g*cg+c, l*sd-pf+t*dd, i*sh-pt+u*dh, j*sw-pl+v*dw]
 *   x       in   n x c_in x d x h x w
 *   weight  in   c_out x cg x kd x kh x kw
 *   bias    in   c_out, or NULL: no bias    p  in  options, or NULL
 *   y       out  n x c_out x od x oh x ow; every element is written; overlaps
 *                no input
 * Sizes    od = floor((d + pf + pk - dd*(kd-1) - 1) / sd) + 1, oh and ow as
 *          ref_conv2d
 * Accuracy as ref_conv2d, with m = cg*kd*kh*kw, and one more with a bias
 * Memory, Errors, Specials, Threads  as ref_conv2d
 * Source   torch.nn.functional.conv3d */
REF_MUST_USE ref_status ref_conv3d(const float *x, int n, int c_in, int d,
                                   int h, int w, const float *weight, int c_out,
                                   int kd, int kh, int kw, const float *bias,
                                   const ref_conv3d_params *p, float *y);

/* Planes, rows and columns of ref_conv3d's output; as ref_conv2d_output. */
REF_MUST_USE ref_status ref_conv3d_output(int d, int h, int w, int kd, int kh,
                                          int kw, const ref_conv3d_params *p,
                                          int *od, int *oh, int *ow);

#endif
