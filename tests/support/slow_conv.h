#ifndef CONVLINGS_TESTS_SLOW_CONV_H
#define CONVLINGS_TESTS_SLOW_CONV_H

#include "reference/conv.h"

/* Convolution the slow way, sharing no line with the library: the padded
 * image is built by walking, then the formula is summed in double. */

/* A convolution: sizes, options, and the arrays it is applied to. */
typedef struct slow_conv {
    int n, c_in, h, w, c_out, kh, kw;
    ref_conv2d_params p;
    const float *x, *weight, *bias;
} slow_conv;

/* What stands at position i of an axis of n: -1 for nothing. Found by walking
 * there from the inside, one step at a time. */
int slow_pad_index(ref_pad_mode mode, int i, int n);

/* Output size along an axis, by counting the positions that fit. */
int slow_output_size(int n, int k, int s, int before, int after, int d);

/* The value y[b,o,i,j]; magnitude, if not NULL, gets |bias| + sum |x w|. */
double slow_conv_at(const slow_conv *t, int b, int o, int i, int j,
                    double *magnitude);

#endif
