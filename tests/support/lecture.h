#ifndef CONVLINGS_TESTS_LECTURE_H
#define CONVLINGS_TESTS_LECTURE_H

#include <stdint.h>

#include "reference/conv.h"

/* Worked examples of the lectures: each function fails the test unless the
 * library gives what is expected, to the last bit. */

/* How many elements an array has. */
#define LECTURE_COUNT(a) ((int)(sizeof(a) / sizeof(a)[0]))

void lecture_equal(const float *y, const float *expected, int count);

/* One image, one kernel, no bias; the output has count numbers. */
void lecture_conv2d(const float *x, int h, int w, const float *k, int kh,
                    int kw, const ref_conv2d_params *p, const float *expected,
                    int count);

/* One row, one kernel, no bias. */
void lecture_conv1d(const float *x, int w, const float *k, int kw,
                    const ref_conv1d_params *p, const float *expected,
                    int count);

/* Output sizes down and across; p is the padding on each side, d dilation. */
typedef struct lecture_size {
    int h, w, kh, kw, sh, sw, ph, pw, dh, dw, oh, ow;
} lecture_size;

void lecture_conv_sizes(const lecture_size *sizes, int count);

void lecture_pool_sizes(const lecture_size *sizes, int count);

/* n, k, stride, total padding, output size: along one axis. */
void lecture_axis_sizes(const int (*rows)[5], int count);

/* How many numbers a layer learns. */
int64_t lecture_conv_weights(int c_in, int kh, int kw, int c_out, int bias);

int64_t lecture_dense_weights(int in, int out, int bias);

/* The receptive field of count layers, k and s each. */
int64_t lecture_field(const int (*layers)[2], int count);

#endif
