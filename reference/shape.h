#ifndef CONVLINGS_SHAPE_H
#define CONVLINGS_SHAPE_H

#include <stddef.h>

#include "status.h"

/* Which axis is meant: it decides the names in messages
 * (h kh sh dh pt pb  or  w kw sw dw pl pr). */
typedef enum ref_axis_name { REF_AXIS_H, REF_AXIS_W } ref_axis_name;

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
