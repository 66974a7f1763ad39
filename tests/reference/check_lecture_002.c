/* The numbers of lecture 002 (G. Louppe, "Convolutional networks"): the
 * library gives what is printed, and where the lecture errs, what is right. */
#include "reference/avg_pool.h"
#include "reference/conv_transpose.h"
#include "reference/cost.h"
#include "reference/max_pool.h"
#include "reference/toeplitz.h"
#include "tests/support/lecture.h"
#include "tests/support/suite.h"

static const float image[] = {4, 5, 8, 7, 1, 8, 8, 8, 3, 6, 6, 4, 6, 5, 7, 8};
static const float kernel[] = {1, 4, 1, 1, 4, 3, 3, 3, 1};
static const float output[] = {122, 148, 126, 134};

START_TEST(test_conv_4x4)
{
    lecture_conv2d(image, 4, 4, kernel, 3, 3, NULL, output, 4);
}
END_TEST

/* The slide calls U a Toeplitz circulant matrix; it is doubly blocked
 * Toeplitz: U[2,5] and U[1,4] lie on one diagonal and differ. */
START_TEST(test_toeplitz)
{
    const float printed[] = {1, 4, 1, 0, 1, 4, 3, 0, 3, 3, 1, 0, 0, 0, 0, 0,
                             0, 1, 4, 1, 0, 1, 4, 3, 0, 3, 3, 1, 0, 0, 0, 0,
                             0, 0, 0, 0, 1, 4, 1, 0, 1, 4, 3, 0, 3, 3, 1, 0,
                             0, 0, 0, 0, 0, 1, 4, 1, 0, 1, 4, 3, 0, 3, 3, 1};
    float u[64];
    int rows, columns;
    size_t nonzeros;

    ck_assert_int_eq(
        ref_toeplitz2d_size(1, 1, 3, 3, 4, 4, NULL, &rows, &columns, &nonzeros),
        REF_OK);
    ck_assert_int_eq(rows, 4);
    ck_assert_int_eq(columns, 16);
    ck_assert_uint_eq(nonzeros, 36);
    ck_assert_int_eq(ref_toeplitz2d(kernel, 1, 1, 3, 3, 4, 4, NULL, u), REF_OK);
    lecture_equal(u, printed, 64);
    ck_assert_float_eq(u[2 * 16 + 5], 4);
    ck_assert_float_eq(u[1 * 16 + 4], 0);
    for (int i = 0; i < 4; i++) {
        float sum = 0;

        for (int j = 0; j < 16; j++)
            sum += u[i * 16 + j] * image[j];
        ck_assert_float_eq(sum, output[i]);
    }
}
END_TEST

/* U^T g, the gradient of the input */
START_TEST(test_toeplitz_transpose)
{
    const float g[] = {1, -2, 3, 0.5f};
    const float expected[] = {1, 2,    -7, -2,    4, 14.5f, 0,    -5.5f,
                              6, 9.5f, 6,  -0.5f, 9, 10.5f, 4.5f, 0.5f};
    float y[16];

    ck_assert_int_eq(
        ref_conv_transpose2d(g, 1, 1, 2, 2, kernel, 1, 3, 3, NULL, NULL, y),
        REF_OK);
    lecture_equal(y, expected, 16);
}
END_TEST

/* The slide's index rj+n steps by the size of the output and leaves the image;
 * right is hj+n, steps of the window: here 2x4 on 6x4, and 2 on 6. */
START_TEST(test_pool_formulas)
{
    const float largest[] = {7, 15, 23}, mean[] = {3.5f, 11.5f, 19.5f};
    const float row[] = {1, 3, 5};
    float x[24], y[3];

    for (int i = 0; i < 24; i++)
        x[i] = (float)i;
    ck_assert_int_eq(ref_max_pool2d(x, 1, 1, 6, 4, 2, 4, NULL, y, NULL),
                     REF_OK);
    lecture_equal(y, largest, 3);
    ck_assert_int_eq(ref_avg_pool2d(x, 1, 1, 6, 4, 2, 4, NULL, y), REF_OK);
    lecture_equal(y, mean, 3);
    ck_assert_int_eq(ref_max_pool1d(x, 1, 1, 6, 2, NULL, y, NULL), REF_OK);
    lecture_equal(y, row, 3);
}
END_TEST

/* With circular padding, the convolution of the shifted image is the shifted
 * convolution; shifts go down by 2 and right by 3. */
START_TEST(test_equivariance)
{
    enum { H = 8, W = 9 };
    const float x[] = {
        2,  -3, -2, -2, -2, 2,  3,  1,  -3, -3, -1, 0,  1,  0, -2, -2, 1,  2,
        -3, -3, 0,  -1, 3,  0,  -1, 0,  1,  1,  -2, 2,  2,  3, 2,  -2, -1, 1,
        1,  1,  3,  -1, 3,  -3, -3, 3,  3,  -1, -3, -1, -3, 3, 1,  1,  -2, 0,
        -2, 2,  0,  -3, -2, 1,  0,  -1, -2, -3, 1,  1,  0,  3, 3,  -2, 1,  1};
    const float k[] = {-1, -1, 0, 1, -1, 1, 1, -1, -1};
    const float expected[] = {
        2,  -4, 4,   6, -5, 3,  3,  -6,  -5, 3,  4,  2,  7,  4,  -1, 9, 3,  -8,
        -2, -5, 6,   0, 3,  -7, -4, 2,   -3, -3, -7, 0,  12, -1, 3,  1, -1, 4,
        10, -1, -10, 4, 5,  -9, 0,  -8,  7,  1,  -8, -3, 1,  8,  0,  5, -2, 5,
        5,  3,  0,   5, 7,  -2, 2,  -19, -1, 6,  6,  -6, -8, -5, -4, 8, -9, 0};
    float shifted[H * W], y[H * W];
    ref_conv2d_params p = {
        1, 1, 1, 1, 1, 1, REF_PAD_CIRCULAR, 1, 1, 1, REF_CONV_DIRECT, 0};

    for (int i = 0; i < H; i++)
        for (int j = 0; j < W; j++)
            shifted[(i + 2) % H * W + (j + 3) % W] = x[i * W + j];
    lecture_conv2d(shifted, H, W, k, 3, 3, &p, expected, H * W);
    ck_assert_int_eq(ref_conv2d(x, 1, 1, H, W, k, 1, 3, 3, NULL, &p, y),
                     REF_OK);
    for (int i = 0; i < H; i++)
        for (int j = 0; j < W; j++)
            ck_assert_float_eq(expected[(i + 2) % H * W + (j + 3) % W],
                               y[i * W + j]);
}
END_TEST

/* "Equivariant to any translation", the lecture says; not to one step when
 * the stride is two. */
START_TEST(test_equivariance_ends_at_the_stride)
{
    const float x[] = {0, 0, 1, 0, 0, 0, 0, 0};
    const float shifted[] = {0, 0, 0, 1, 0, 0, 0, 0};
    const float k[] = {1, 2, 3}, y[] = {0, 2, 0, 0}, moved[] = {0, 3, 1, 0};
    ref_conv1d_params p = REF_CONV1D_DEFAULTS;

    p.sw = 2;
    p.pl = p.pr = 1;
    lecture_conv1d(x, 8, k, 3, &p, y, 4);
    lecture_conv1d(shifted, 8, k, 3, &p, moved, 4);
}
END_TEST

START_TEST(test_weights)
{
    ck_assert_int_eq(lecture_dense_weights(784, 100, 1), 78500);
    ck_assert_int_eq(lecture_dense_weights(640 * 480 * 3, 1000, 1), 921601000);
}
END_TEST

/* "It grows linearly with depth": at stride 1. At stride 2 it doubles. */
START_TEST(test_receptive_field)
{
    const int dense[][2] = {{3, 1}, {3, 1}, {3, 1}};
    const int strided[][2] = {{3, 2}, {3, 2}, {3, 2}};

    ck_assert_int_eq(lecture_field(dense, 2), 5);
    ck_assert_int_eq(lecture_field(dense, 3), 7);
    ck_assert_int_eq(lecture_field(strided, 2), 7);
    ck_assert_int_eq(lecture_field(strided, 3), 15);
}
END_TEST

/* The neurons of AlexNet's layers. The first is printed as 253,440, after the
 * paper; 55 x 55 x 96 are 290,400. */
START_TEST(test_alexnet_neurons)
{
    static const int layers[][7] = {
        /* c_in, size, c_out, k, stride, padding, neurons */
        {3, 227, 96, 11, 4, 0, 290400},
        {96, 27, 256, 5, 1, 2, 186624},
        {256, 13, 384, 3, 1, 1, 64896},
        {384, 13, 384, 3, 1, 1, 64896},
        {384, 13, 256, 3, 1, 1, 43264}};
    ref_cost cost;

    for (int i = 0; i < LECTURE_COUNT(layers); i++) {
        const int *a = layers[i];
        const ref_conv2d_params p = {.sh = a[4],
                                     .sw = a[4],
                                     .pt = a[5],
                                     .pb = a[5],
                                     .pl = a[5],
                                     .pr = a[5],
                                     .dh = 1,
                                     .dw = 1,
                                     .groups = 1};

        ck_assert_int_eq(
            ref_conv2d_cost(a[0], a[1], a[1], a[2], a[3], a[3], 1, &p, &cost),
            REF_OK);
        ck_assert_int_eq(cost.outputs, a[6]);
    }
    ck_assert_int_eq(ref_linear_cost(256 * 6 * 6, 4096, 1, &cost), REF_OK);
    ck_assert_int_eq(cost.outputs, 4096);
    ck_assert_int_eq(150528, 3 * 224 * 224);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_conv_4x4);
    suite_test(test_toeplitz);
    suite_test(test_toeplitz_transpose);
    suite_test(test_pool_formulas);
    suite_test(test_equivariance);
    suite_test(test_equivariance_ends_at_the_stride);
    suite_test(test_weights);
    suite_test(test_receptive_field);
    suite_test(test_alexnet_neurons);
}

int main(void)
{
    return suite_main("lecture 002", fill);
}
