#ifndef CONVLINGS_COST_H
#define CONVLINGS_COST_H

#include <stdint.h>

#include "conv.h"
#include "conv_transpose.h"
#include "status.h"

/* What a layer costs: numbers to store and operations to do. */

/* parameters     weights and biases
 * multiply_adds  of the direct algorithm for one image: each tap of each
 *                window counts, also where it lies on the padding; adding the
 *                bias does not count. A count in flops is twice this
 * outputs        numbers that come out for one image: its activations */
typedef struct ref_cost {
    int64_t parameters, multiply_adds, outputs;
} ref_cost;

/* The cost of a two-dimensional convolution.
 *   parameters    = c_out*cg*kh*kw, and c_out more with a bias
 *   multiply_adds = c_out*oh*ow * cg*kh*kw
 *   outputs       = c_out*oh*ow                       with cg = c_in/groups
 *   c_in .. kw, p  in   as ref_conv2d
 *   with_bias      in   0: there is no bias; else there is one
 *   cost           out  the three counts
 * Sizes    as ref_conv2d, but nothing needs to fit in memory: the counts may
 *          be those of a layer that this machine cannot hold
 * Memory   none is taken
 * Errors   REF_ENULL; REF_ESIZE, REF_EPARAM as ref_conv2d; REF_EOVERFLOW: a
 *          padded axis beyond INT_MAX, a count beyond 63 bits; *cost is
 *          untouched on error
 * Accuracy exact
 * Threads  safe */
REF_MUST_USE ref_status ref_conv2d_cost(int c_in, int h, int w, int c_out,
                                        int kh, int kw, int with_bias,
                                        const ref_conv2d_params *p,
                                        ref_cost *cost);

/* The same for ref_conv1d. */
REF_MUST_USE ref_status ref_conv1d_cost(int c_in, int w, int c_out, int kw,
                                        int with_bias,
                                        const ref_conv1d_params *p,
                                        ref_cost *cost);

/* The same for ref_conv3d. */
REF_MUST_USE ref_status ref_conv3d_cost(int c_in, int d, int h, int w,
                                        int c_out, int kd, int kh, int kw,
                                        int with_bias,
                                        const ref_conv3d_params *p,
                                        ref_cost *cost);

/* The cost of a two-dimensional transposed convolution.
 *   parameters    = c_in*co*kh*kw, and c_out more with a bias
 *   multiply_adds = c_in*h*w * co*kh*kw: each input meets each tap, also
 *                   where the product falls on the padding that is cut off
 *   outputs       = c_out*oh*ow                      with co = c_out/groups
 *   c_in .. kw, p  in   as ref_conv_transpose2d
 *   with_bias      in   0: there is no bias; else there is one
 *   cost           out  the three counts
 * Sizes, Memory, Errors, Accuracy, Threads  as ref_conv2d_cost; the sizes of
 *          the output as ref_transposed_size */
REF_MUST_USE ref_status ref_conv_transpose2d_cost(
    int c_in, int h, int w, int c_out, int kh, int kw, int with_bias,
    const ref_conv_transpose2d_params *p, ref_cost *cost);

/* The same for ref_conv_transpose1d. */
REF_MUST_USE ref_status
ref_conv_transpose1d_cost(int c_in, int w, int c_out, int kw, int with_bias,
                          const ref_conv_transpose1d_params *p, ref_cost *cost);

/* The same for ref_conv_transpose3d. */
REF_MUST_USE ref_status ref_conv_transpose3d_cost(
    int c_in, int d, int h, int w, int c_out, int kd, int kh, int kw,
    int with_bias, const ref_conv_transpose3d_params *p, ref_cost *cost);

/* The cost of a dense layer.
 *   parameters    = out_features*in_features, and out_features more with a
 *                   bias
 *   multiply_adds = out_features*in_features          outputs = out_features
 *   in_features, out_features  in  >= 1     with_bias  in  0: no bias
 *   cost                       out  the three counts
 * Errors   REF_ENULL, REF_ESIZE; *cost is untouched on error
 * Accuracy exact
 * Threads  safe */
REF_MUST_USE ref_status ref_linear_cost(int in_features, int out_features,
                                        int with_bias, ref_cost *cost);

#endif
