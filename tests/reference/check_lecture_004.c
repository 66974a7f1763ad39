/* The numbers of lecture 004 (S. Rousseau, "AOS 2"): the library gives what is
 * printed, and where the lecture errs, what is right. In this lecture padding
 * counts both sides together. */
#include <stdio.h>

#include "reference/avg_pool.h"
#include "reference/conv_transpose.h"
#include "reference/cost.h"
#include "reference/global_pool.h"
#include "reference/shape.h"
#include "tests/support/lecture.h"
#include "tests/support/network.h"
#include "tests/support/suite.h"

/* a * b as mathematics means it, of na + nb - 1 numbers: the kernel is flipped
 * and the row padded. The transposed convolution gives the same. */
static void full(const float *a, int na, const float *b, int nb, float *y)
{
    float flipped[9], again[9];
    ref_conv1d_params p = REF_CONV1D_DEFAULTS;

    for (int i = 0; i < nb; i++)
        flipped[i] = b[nb - 1 - i];
    p.pl = p.pr = nb - 1;
    ck_assert_int_eq(ref_conv1d(a, 1, 1, na, flipped, 1, nb, NULL, &p, y),
                     REF_OK);
    ck_assert_int_eq(
        ref_conv_transpose1d(a, 1, 1, na, b, 1, nb, NULL, NULL, again), REF_OK);
    lecture_equal(again, y, na + nb - 1);
}

/* (2 - x + 2x^2)(1 + 2x) = 2 + 3x + 4x^3 */
START_TEST(test_polynomial)
{
    const float a[] = {2, -1, 2}, b[] = {1, 2}, product[] = {2, 3, 0, 4};
    float y[4];

    full(a, 3, b, 2, y);
    lecture_equal(y, product, 4);
    full(b, 2, a, 3, y);
    lecture_equal(y, product, 4);
}
END_TEST

START_TEST(test_algebra)
{
    const float a[] = {2, 4, 3}, b[] = {0, 4, 4, 4}, c[] = {-4, 0, 1, -2};
    const float abc[] = {0, -32, -96, -136, -104, -60, -44, -44, -24};
    float pair[7], y[9];

    full(a, 3, b, 4, pair);
    full(pair, 6, c, 4, y);
    lecture_equal(y, abc, 9);
    full(b, 4, c, 4, pair);
    full(pair, 7, a, 3, y);
    lecture_equal(y, abc, 9);
}
END_TEST

/* The text of the slide is damaged; this reading gives all nine results. */
START_TEST(test_conv_4x4)
{
    const float x[] = {1, 0, 0, 1, 2, 2, 0, 1, 1, 1, 0, 1, 1, 0, 1, 2};
    const float k[] = {0, 1, 0, 1}, y[] = {2, 0, 2, 3, 0, 2, 1, 1, 3};

    lecture_conv2d(x, 4, 4, k, 2, 2, NULL, y, LECTURE_COUNT(y));
}
END_TEST

START_TEST(test_symmetric_padding)
{
    const float x[] = {0, 1, 0, 1, 1, 0, 0, 1, 2, 2, 0, 1, 1,
                       1, 0, 1, 1, 0, 1, 2, 0, 1, 0, 0, 2};
    const float k[] = {1, 0, 1, 0, 1, 2, 0, 1, 0};
    const float y[] = {3, 1, 5, 6, 7, 1, 3, 8, 8, 8, 3, 5, 5,
                       5, 6, 4, 3, 4, 6, 9, 4, 3, 2, 6, 11};
    ref_conv2d_params p = {
        1, 1, 1, 1, 1, 1, REF_PAD_SYMMETRIC, 1, 1, 1, REF_CONV_DIRECT, 0};

    lecture_conv2d(x, 5, 5, k, 3, 3, &p, y, LECTURE_COUNT(y));
    p.pad_mode = REF_PAD_REPLICATE; /* the same, one pixel wide */
    lecture_conv2d(x, 5, 5, k, 3, 3, &p, y, LECTURE_COUNT(y));
}
END_TEST

START_TEST(test_stride_is_subsampling)
{
    const float x[] = {
        -1, 1, 2,  1,  -2, 1, 3,  -2, 0,  -1, 3,  -3, 0,  3,  0,  -3, 2,  3,
        3,  3, -1, 2,  3,  1, 3,  1,  -2, 0,  1,  -1, 1,  -1, 3,  -2, 1,  -3,
        -3, 0, 0,  0,  0,  2, 0,  -1, 3,  3,  -1, -2, -2, -2, 0,  1,  1,  3,
        3,  0, 1,  -3, -2, 3, 3,  -3, 0,  0,  1,  -3, 0,  -1, -2, 2,  1,  -2,
        2,  0, -2, 1,  0,  0, -1, 3,  -2, 3,  -2, 2,  3,  -3, 3,  -3, -1, 0};
    const float k[] = {2, -2, -3, -1, 3, -1, 0, -3, 2};
    const float expected[] = {-22, 20, -33, 16, -28, -6, -8, -2,
                              7,   0,  8,   -1, -10, -3, 28, 16};
    float dense[7 * 8];
    ref_conv2d_params p = REF_CONV2D_DEFAULTS;

    ck_assert_int_eq(ref_conv2d(x, 1, 1, 9, 10, k, 1, 3, 3, NULL, NULL, dense),
                     REF_OK);
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 4; j++)
            ck_assert_float_eq(dense[2 * i * 8 + 2 * j], expected[i * 4 + j]);
    p.sh = p.sw = 2;
    lecture_conv2d(x, 9, 10, k, 3, 3, &p, expected, LECTURE_COUNT(expected));
}
END_TEST

START_TEST(test_pools)
{
    const float x[] = {0, 1, 0, 1, 1, 0, 0, 1, 2, 2, 0, 1, 1, 1, 0, 1, 1, 0,
                       1, 2, 0, 1, 0, 0, 2, 1, 0, 1, 0, 1, 2, 0, 1, 0, 1, 1};
    const float printed[] = {0.67f, 0.78f, 1, 0.56f}, means[] = {5.5f, 17.5f};
    float count[24], y[4];

    ck_assert_int_eq(ref_avg_pool2d(x, 1, 1, 6, 6, 3, 3, NULL, y), REF_OK);
    for (int i = 0; i < 4; i++)
        ck_assert_float_eq_tol(y[i], printed[i], 0.005f);
    for (int i = 0; i < 24; i++)
        count[i] = (float)i;
    ck_assert_int_eq(ref_global_avg_pool(count, 1, 2, 1, 3, 4, y), REF_OK);
    lecture_equal(y, means, 2);
}
END_TEST

/* Two Sobel kernels and a Laplacian on y*y - 2*x. */
START_TEST(test_sobel_laplacian)
{
    const float x[] = {0, -2, -4, -6, 1, -1, -3, -5, 4, 2, 0, -2, 9, 7, 5, 3};
    const float k[3][9] = {{-1, -2, -1, 0, 0, 0, 1, 2, 1},
                           {-1, 0, 1, -2, 0, 2, -1, 0, 1},
                           {0, 1, 0, 1, -4, 1, 0, 1, 0}};
    const float y[3][4] = {
        {16, 16, 32, 32}, {-16, -16, -16, -16}, {2, 2, 2, 2}};

    for (int i = 0; i < 3; i++)
        lecture_conv2d(x, 4, 4, k[i], 3, 3, NULL, y[i], 4);
}
END_TEST

/* One formula has ceiling brackets for the width: floor, as for the height.
 * p = 2 of the VGG slide is p = 1 on each side elsewhere. */
START_TEST(test_sizes)
{
    static const int rows[][5] = {
        {9, 3, 0, 2, 4},  {10, 3, 2, 2, 5},    {10, 3, 3, 2, 6},
        {7, 2, 1, 3, 3},  {32, 5, 0, 1, 28},   {224, 11, 4, 4, 55},
        {10, 3, 0, 2, 4}, {224, 3, 2, 1, 224}, {224, 3, 4, 1, 226},
        {7, 3, 2, 1, 7},  {8, 3, 3, 1, 9}};

    for (int i = 0; i < LECTURE_COUNT(rows); i++) {
        const int *r = rows[i], row[1][5] = {{r[0], r[1], r[3], r[2], r[4]}};

        lecture_axis_sizes(row, 1);
    }
}
END_TEST

/* A total padding of k-1 keeps the size, also for even k. */
START_TEST(test_size_is_preserved)
{
    for (int k = 1; k <= 5; k++) {
        ref_axis a = {REF_AXIS_H, 9, k, 1, 0, 0, 1};
        int out;

        ck_assert_int_eq(ref_same_padding(k, 1, &a.before, &a.after), REF_OK);
        ck_assert_int_eq(a.before + a.after, k - 1);
        ck_assert_int_eq(ref_output_size(&a, &out), REF_OK);
        ck_assert_int_eq(out, 9);
    }
}
END_TEST

START_TEST(test_receptive_field)
{
    static const int alexnet[][2] = {{11, 4}, {3, 2}, {5, 1}, {3, 2}, {3, 1}};

    ck_assert_int_eq(lecture_field(alexnet, 3), 51);
    ck_assert_int_eq(lecture_field(alexnet, 5), 99);
}
END_TEST

START_TEST(test_lenet5)
{
    static const int table[][4] = {{6, 28, 28, 156},   {6, 14, 14, 0},
                                   {16, 10, 10, 2416}, {16, 5, 5, 0},
                                   {120, 1, 1, 48120}, {84, 1, 1, 10164},
                                   {10, 1, 1, 850}};
    network n;

    network_start(&n, 1, 32, 32);
    network_add(&n, "C6,5 M2,2 C16,5 M2,2 L120 L84 L10");
    network_begins(&n, table, LECTURE_COUNT(table));
    ck_assert_int_eq(n.parameters, 61706);
    ck_assert_int_eq(n.weight_layers, 5);
    ck_assert_int_eq(lecture_conv_weights(4, 3, 7, 9, 1), 765);
}
END_TEST

/* The slide gives AlexNet 64 filters, those of the version with one tower, and
 * 60M parameters, those of the paper: two towers, 96 filters. */
START_TEST(test_alexnet)
{
    network n;

    network_start(&n, 3, 227, 227);
    network_add(&n, "C96,11,4 M3,2 C256,5,1,2,2 M3,2 C384,3,1,1 C384,3,1,1,2 "
                    "C256,3,1,1,2 M3,2 L4096 L4096 L1000");
    ck_assert_int_eq(n.parameters, 60965224);
    ck_assert_int_eq(n.weight_layers, 8);
}
END_TEST

/* The slide leaves out the fifth pool; with 14x14 before the dense layers
 * there would be 447 million parameters, not 138. */
START_TEST(test_vgg16)
{
    network n, printed;

    network_start(&n, 3, 224, 224);
    network_add(&n, "C64,3,1,1 C64,3,1,1 M2,2 C128,3,1,1 C128,3,1,1 M2,2 "
                    "C256,3,1,1 C256,3,1,1 C256,3,1,1 M2,2 C512,3,1,1 "
                    "C512,3,1,1 C512,3,1,1 M2,2 C512,3,1,1 C512,3,1,1 "
                    "C512,3,1,1");
    printed = n;
    network_add(&n, "M2,2 L4096 L4096 L1000");
    ck_assert_int_eq(n.parameters, 138357544);
    ck_assert_int_eq(n.weight_layers, 16);
    network_add(&printed, "L4096 L4096 L1000");
    ck_assert_int_eq(printed.parameters, 446638888);
}
END_TEST

/* Two 3x3 convolutions; where the shape changes, a 1x1 goes past them, which
 * is no layer of the count. */
static void basic_block(network *n, int width, int stride)
{
    int c = n->c, h = n->h, w = n->w;
    char layers[100];

    (void)snprintf(layers, sizeof layers, "N%d,3,%d,1 N%d,3,1,1", width, stride,
                   width);
    network_add(n, layers);
    if (stride == 1)
        return;
    n->c = c;
    n->h = h;
    n->w = w;
    (void)snprintf(layers, sizeof layers, "N%d,1,%d", width, stride);
    network_add(n, layers);
    n->weight_layers--;
}

START_TEST(test_resnet18)
{
    network n;

    network_start(&n, 3, 224, 224);
    network_add(&n, "N64,7,2,3 M3,2,1");
    for (int stage = 0; stage < 4; stage++) {
        basic_block(&n, 64 << stage, stage ? 2 : 1);
        basic_block(&n, 64 << stage, 1);
    }
    network_add(&n, "A L1000");
    ck_assert_int_eq(n.parameters, 11689512);
    ck_assert_int_eq(n.weight_layers, 18);
}
END_TEST

/* The slide makes k_h k_w + c_in of k_h k_w c_in, as if one kernel served all
 * channels. Each has its own: k_h k_w c_in + c_in c_out. */
START_TEST(test_separable)
{
    ref_conv2d_params p = REF_CONV2D_DEFAULTS;
    ref_cost depthwise;

    p.groups = 8;
    ck_assert_int_eq(ref_conv2d_cost(8, 3, 3, 8, 3, 3, 0, &p, &depthwise),
                     REF_OK);
    ck_assert_int_eq(
        depthwise.parameters + lecture_conv_weights(8, 1, 1, 16, 0), 200);
    ck_assert_int_eq(lecture_conv_weights(8, 3, 3, 16, 0), 1152);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_polynomial);
    suite_test(test_algebra);
    suite_test(test_conv_4x4);
    suite_test(test_symmetric_padding);
    suite_test(test_stride_is_subsampling);
    suite_test(test_pools);
    suite_test(test_sobel_laplacian);
    suite_test(test_sizes);
    suite_test(test_size_is_preserved);
    suite_test(test_receptive_field);
    suite_test(test_lenet5);
    suite_test(test_alexnet);
    suite_test(test_vgg16);
    suite_test(test_resnet18);
    suite_test(test_separable);
}

int main(void)
{
    return suite_main("lecture 004", fill);
}
