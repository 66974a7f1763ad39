#ifndef CONVLINGS_SHAPE_H
#define CONVLINGS_SHAPE_H

#include <stddef.h>

#include "status.h"

/* Which axis is meant: it decides the names in messages.
 *   REF_AXIS_D  depth   d kd sd dd, padding pf pk (front, back), extra ad
 *   REF_AXIS_H  height  h kh sh dh, padding pt pb (top, bottom), extra ah
 *   REF_AXIS_W  width   w kw sw dw, padding pl pr (left, right), extra aw */
typedef enum ref_axis_name { REF_AXIS_D, REF_AXIS_H, REF_AXIS_W } ref_axis_name;

/* One axis of a sliding window; all in elements.
 *   name           which letters a message uses
 *   n              size of the input, >= 1
 *   k              size of the kernel, >= 1
 *   s              stride: the step from one window to the next, >= 1
 *   before, after  padding on the two sides, >= 0
 *   d              dilation: the step inside the window, >= 1 (1: dense) */
typedef struct ref_axis {
    ref_axis_name name;
    int n, k, s, before, after, d;
} ref_axis;

/* Size of the output along one axis.
 *   out = floor((n + before + after - (d*(k-1) + 1)) / s) + 1
 *   a    in   the axis                      out  out  the size, >= 1
 * Sizes    the padded axis n + before + after must fit in an int, so that
 *          every position on it does
 * Errors   REF_ENULL; REF_ESIZE: n or k < 1, or the dilated kernel is longer
 *          than the padded axis; REF_EPARAM: s or d < 1, a padding < 0;
 *          REF_EOVERFLOW; *out is untouched on error
 * Threads  safe
 * Source   Dumoulin & Visin, "A guide to convolution arithmetic for deep
 *          learning", 2016, relationship 15 */
REF_MUST_USE ref_status ref_output_size(const ref_axis *a, int *out);

/* Size of a pool's output along one axis: ref_output_size, or in ceil mode
 * with a last window that may reach beyond the padding.
 *   out = ceil((n + before + after - (d*(k-1) + 1)) / s) + 1, but one less if
 *         that last window would start beyond the input and the padding
 *         before it, at n + before or later
 *   a          in   the axis
 *   ceil_mode  in   0 is ref_output_size        out  out  the size, >= 1
 * Errors   those of ref_output_size; REF_EPARAM: a padding of more than half
 *          of d*(k-1) + 1, so that no window lies in it alone (PyTorch 2;
 *          PyTorch 1 compares with k for any d); *out is untouched on error
 * Threads  safe
 * Source   torch.nn.functional.max_pool2d, avg_pool2d */
REF_MUST_USE ref_status ref_pool_output_size(const ref_axis *a, int ceil_mode,
                                             int *out);

/* Size of a transposed convolution's output along one axis: the size whose
 * convolution gives n, or for a stride s > 1 one of the s such sizes.
 *   out = (n-1)*s - before - after + d*(k-1) + extra + 1
 *   a      in   the axis: n is the size of the transposed convolution's input
 *   extra  in   the output padding, which picks one of the sizes: >= 0, and
 *               less than s or less than d, as in PyTorch
 *   out    out  the size, >= 1
 * Errors   REF_ENULL; REF_ESIZE: n or k < 1, or the paddings leave nothing;
 *          REF_EPARAM: s, d, a padding or extra outside its range;
 *          REF_EOVERFLOW: the size with its paddings is beyond INT_MAX; *out
 *          is untouched on error
 * Threads  safe
 * Source   Dumoulin & Visin 2016, relationships 13 and 14; their a is extra */
REF_MUST_USE ref_status ref_transposed_size(const ref_axis *a, int extra,
                                            int *out);

/* The padding that keeps the size of an axis at stride 1.
 *   before + after = d*(k-1), before = floor of the half: PyTorch's 'same'
 *   k, d           in   kernel and dilation, >= 1
 *   before, after  out  the padding
 * Errors   REF_ENULL; REF_ESIZE: k < 1; REF_EPARAM: d < 1; REF_EOVERFLOW;
 *          the outputs are untouched on error
 * Threads  safe */
REF_MUST_USE ref_status ref_same_padding(int k, int d, int *before, int *after);

/* Product of two counts, refused instead of wrapped around.
 *   a, b  in   the factors                  product  out  a*b
 * Errors   REF_ENULL, REF_EOVERFLOW; *product is untouched on error
 * Threads  safe */
REF_MUST_USE ref_status ref_size_product(size_t a, size_t b, size_t *product);

/* Number of elements of an array, known to be addressable.
 *   what  in   the argument's name, for the message
 *   dims  in   the rank sizes; 0 is allowed and gives 0
 *   element_bytes  in   size of one element, >= 1
 *   count out  dims[0] * ... * dims[rank-1]
 * Errors   REF_ENULL; REF_ESIZE: a size is negative; REF_EPARAM: rank or
 *          element_bytes < 1; REF_EOVERFLOW: the array would have more than
 *          PTRDIFF_MAX bytes; *count is untouched on error
 * Threads  safe */
REF_MUST_USE ref_status ref_element_count(const char *what, const int *dims,
                                          int rank, size_t element_bytes,
                                          size_t *count);

#endif
