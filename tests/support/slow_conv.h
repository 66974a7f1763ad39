#ifndef CONVLINGS_TESTS_SLOW_CONV_H
#define CONVLINGS_TESTS_SLOW_CONV_H

#include "reference/conv.h"
#include "tests/support/random.h"

/* Convolution the slow way, sharing no line with the library: what stands in
 * the padding is found by walking there, and the formula is summed in double,
 * the zeros of the padding included. */

/* One axis: size, kernel, stride, padding on both sides, dilation. */
typedef struct slow_axis {
    int n, k, s, before, after, d;
} slow_axis;

/* An axis that is not there. */
#define SLOW_NO_AXIS                                                           \
    {                                                                          \
        1, 1, 1, 0, 0, 1                                                       \
    }

/* A convolution: sizes, options, and the arrays it is applied to; the axes
 * are depth, height, width. bias may be NULL. */
typedef struct slow_conv {
    int n, c_in, c_out, groups;
    ref_pad_mode pad_mode;
    slow_axis axis[3];
    const float *x, *weight, *bias;
} slow_conv;

/* Elements of each array. */
typedef struct slow_counts {
    int x, weight, bias, y;
} slow_counts;

/* What stands at position i of an axis of n: -1 for nothing. Found by walking
 * there from the inside, one step at a time. */
int slow_pad_index(ref_pad_mode mode, int i, int n);

/* Output size along an axis, by counting the positions that fit. */
int slow_output_size(const slow_axis *a);

slow_counts slow_conv_counts(const slow_conv *t);

/* Any small convolution of 1 to 3 dimensions that is allowed, without its
 * arrays. Every option is often away from its default, and no axis knows of
 * another. */
slow_conv slow_conv_roll(dice *d, int rank);

/* The options as the library wants them. */
ref_conv1d_params slow_conv_params1d(const slow_conv *t);
ref_conv2d_params slow_conv_params2d(const slow_conv *t);
ref_conv3d_params slow_conv_params3d(const slow_conv *t);

/* All values of y; magnitude, if not NULL, gets |bias| + sum |x w| of each. */
void slow_conv_all(const slow_conv *t, double *exact, double *magnitude);

#endif
