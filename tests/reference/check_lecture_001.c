/* The numbers of lecture 001 (Y. Lu, "Convolutional neural networks"): the
 * library gives what is printed, and where the lecture errs, what is right. */
#include "reference/deform_conv.h"
#include "reference/max_pool.h"
#include "tests/support/lecture.h"
#include "tests/support/suite.h"

static const float image[] = {1, 2, 3, 4, 5, 6, 7, 8, 9};

/* The slides print the first row of the padded outputs only. */
START_TEST(test_conv_padding_stride)
{
    const float small[] = {10, 20, 30, 40};
    const float k[] = {10, 20, 30, 40, 50, 60, 30, 20, 10};
    const float plain[] = {370, 470, 670, 770};
    const float padded[] = {300, 600, 500, 800, 1370, 1000, 1060, 1540, 940};
    const float strided[] = {300, 500, 1060, 940};
    ref_conv2d_params p = REF_CONV2D_DEFAULTS;

    lecture_conv2d(image, 3, 3, small, 2, 2, NULL, plain, 4);
    p.pt = p.pb = p.pl = p.pr = 1;
    lecture_conv2d(image, 3, 3, k, 3, 3, &p, padded, 9);
    p.sh = p.sw = 2;
    lecture_conv2d(image, 3, 3, k, 3, 3, &p, strided, 4);
}
END_TEST

/* On the ramp 3x + 5y the two kernels give 8*3 and 8*5; flipped, -24, -40. */
START_TEST(test_sobel)
{
    const float x[] = {0,  3,  6,  9,  12, 5,  8,  11, 14, 17,
                       10, 13, 16, 19, 22, 15, 18, 21, 24, 27};
    const float across[] = {-1, 0, 1, -2, 0, 2, -1, 0, 1};
    const float down[] = {-1, -2, -1, 0, 0, 0, 1, 2, 1};
    const float y_across[] = {24, 24, 24, 24, 24, 24};
    const float y_down[] = {40, 40, 40, 40, 40, 40};

    lecture_conv2d(x, 4, 5, across, 3, 3, NULL, y_across, 6);
    lecture_conv2d(x, 4, 5, down, 3, 3, NULL, y_down, 6);
}
END_TEST

/* The slide says that max pooling pads with zeros. It does not: the padding
 * is minus infinity, and -1 stays -1. */
START_TEST(test_max_pool_padding)
{
    const float x[] = {-1, -1, -1, -1};
    float y[9];
    ref_max_pool2d_params p = REF_MAX_POOL2D_DEFAULTS;

    p.sh = p.sw = p.pt = p.pb = p.pl = p.pr = 1;
    ck_assert_int_eq(ref_max_pool2d(x, 1, 1, 2, 2, 2, 2, &p, y, NULL), REF_OK);
    for (int i = 0; i < 9; i++)
        ck_assert_float_eq(y[i], -1);
}
END_TEST

/* x(p0 + pn + offset): every offset half a pixel down, a quarter to the left */
START_TEST(test_deformable)
{
    const float expected[] = {1.5f,  2.75f,  3.75f,  4.75f,  4.5f,   6.75f,
                              7.75f, 8.75f,  7.5f,   10.75f, 11.75f, 12.75f,
                              4.5f,  6.375f, 6.875f, 7.375f};
    const float one[] = {1};
    float x[16], offset[32], y[16];

    for (int i = 0; i < 16; i++) {
        x[i] = (float)i;
        offset[i] = 0.5f;
        offset[16 + i] = -0.25f;
    }
    ck_assert_int_eq(ref_deform_conv2d(x, 1, 1, 4, 4, offset, NULL, one, 1, 1,
                                       1, NULL, NULL, y),
                     REF_OK);
    lecture_equal(y, expected, 16);
}
END_TEST

/* The slide's formula takes d*k for the span of a dilated kernel and would
 * print 25 for 26, 50 for 52 and 4 for 5; it is d*(k-1)+1. The TensorFlow
 * shapes are these with the channels last. */
START_TEST(test_sizes)
{
    static const lecture_size conv[] = {
        {3, 3, 3, 3, 2, 2, 1, 1, 1, 1, 2, 2},
        {5, 5, 3, 3, 2, 2, 1, 1, 1, 1, 3, 3},
        {55, 55, 11, 11, 1, 1, 5, 5, 1, 1, 55, 55},
        {50, 100, 3, 3, 2, 2, 0, 0, 1, 1, 24, 49},
        {50, 100, 3, 5, 2, 1, 4, 2, 1, 1, 28, 100},
        {50, 100, 3, 5, 2, 1, 4, 2, 3, 1, 26, 100},
        {50, 100, 3, 5, 1, 1, 4, 2, 3, 1, 52, 100},
        {11, 11, 3, 3, 2, 2, 1, 1, 2, 2, 5, 5}};
    static const lecture_size pool[] = {
        {50, 100, 3, 3, 2, 2, 0, 0, 1, 1, 24, 49},
        {50, 100, 3, 2, 2, 1, 0, 0, 1, 1, 24, 99},
        /* 16 * 16 of 32 * 32: three quarters are thrown away */
        {32, 32, 2, 2, 2, 2, 0, 0, 1, 1, 16, 16}};

    lecture_conv_sizes(conv, LECTURE_COUNT(conv));
    lecture_pool_sizes(pool, LECTURE_COUNT(pool));
}
END_TEST

/* Dense, locally connected and shared: 75,425 and 3,025 times fewer. */
START_TEST(test_weights)
{
    int64_t dense = lecture_dense_weights(55 * 55 * 3, 55 * 55 * 96, 1);
    int64_t shared = lecture_conv_weights(3, 11, 11, 96, 1);

    ck_assert_int_eq(dense, 2635670400);
    ck_assert_int_eq(shared, 34944);
    ck_assert_int_eq(shared * 55 * 55, 105705600);
    ck_assert_int_eq(dense / shared, 75425);
    ck_assert_int_eq(lecture_conv_weights(10, 7, 7, 10, 0), 4900);
    ck_assert_int_eq(3 * lecture_conv_weights(10, 3, 3, 10, 0), 2700);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_conv_padding_stride);
    suite_test(test_sobel);
    suite_test(test_max_pool_padding);
    suite_test(test_deformable);
    suite_test(test_sizes);
    suite_test(test_weights);
}

int main(void)
{
    return suite_main("lecture 001", fill);
}
