#ifndef CONVLINGS_CONV1D_H
#define CONVLINGS_CONV1D_H

#include "pad.h"
#include "status.h"

/* Options of a one-dimensional convolution.
 *   sw        stride, >= 1
 *   pl, pr    padding on the left and on the right, >= 0
 *   pad_mode  what stands in the padding
 *   dw        dilation, >= 1 (1: a dense kernel)
 *   groups    >= 1, divides c_in and c_out: the channels are cut into as many
 *             parts that do not see each other
 * Fill one by copying REF_CONV1D_DEFAULTS and changing what differs. */
typedef struct ref_conv1d_params {
    int sw;
    int pl, pr;
    ref_pad_mode pad_mode;
    int dw;
    int groups;
} ref_conv1d_params;

/* Stride 1, no padding, dilation 1, one group: what p = NULL means. */
#define REF_CONV1D_DEFAULTS                                                    \
    ((ref_conv1d_params){.sw = 1,                                              \
                         .pl = 0,                                              \
                         .pr = 0,                                              \
                         .pad_mode = REF_PAD_ZEROS,                            \
                         .dw = 1,                                              \
                         .groups = 1})

/* One-dimensional convolution as networks mean it (no flip).
 *   y[b,o,j] = bias[o] + sum over c,v of x[b, g*cg+c, j*sw-pl+v*dw] * w[o,c,v]
 *   with cg = c_in/groups and g the group of o; outside x, pad_mode decides
 *   x       in   n x c_in x w               weight  in  c_out x cg x kw
 *   bias    in   c_out, or NULL: no bias    p       in  options, or NULL
 *   y       out  n x c_out x ow; every element is written; overlaps no input
 * Sizes    ow = floor((w + pl + pr - dw*(kw-1) - 1) / sw) + 1, in elements;
 *          n may be 0: nothing is computed and x and y may be NULL
 * Memory   the caller owns all arrays; none is taken
 * Errors   REF_ENULL, REF_ESIZE, REF_EPARAM, REF_EOVERFLOW, REF_EOVERLAP, as
 *          ref_conv2d; y is untouched on error
 * Accuracy and Specials as ref_conv2d, of which it is the case of one row
 * Threads  safe on distinct y
 * Source   torch.nn.functional.conv1d */
REF_MUST_USE ref_status ref_conv1d(const float *x, int n, int c_in, int w,
                                   const float *weight, int c_out, int kw,
                                   const float *bias,
                                   const ref_conv1d_params *p, float *y);

#endif
