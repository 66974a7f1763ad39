/* The numbers of lecture 003 (M.-T. Pham and M. Le Lain, "Convolutional neural
 * networks"): the library gives what is printed, and where the lecture errs,
 * what is right. */
#include <string.h>

#include "reference/bound.h"
#include "reference/pad.h"
#include "tests/support/lecture.h"
#include "tests/support/suite.h"

START_TEST(test_binary_5x5)
{
    const float x[] = {1, 1, 1, 0, 0, 0, 1, 1, 1, 0, 0, 0, 1,
                       1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0};
    const float k[] = {1, 0, 1, 0, 1, 0, 1, 0, 1};
    const float y[] = {4, 3, 4, 2, 4, 3, 2, 3, 4};

    lecture_conv2d(x, 5, 5, k, 3, 3, NULL, y, LECTURE_COUNT(y));
}
END_TEST

/* The formula flips the kernel, the example does not, and its kernel cannot
 * tell. This one can: to convolve is to correlate with the flipped one. */
START_TEST(test_convolution_is_not_correlation)
{
    const float x[] = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    const float k[] = {10, 20, 30, 40}, flipped[] = {40, 30, 20, 10};
    const float correlation[] = {370, 470, 670, 770};
    const float convolution[] = {230, 330, 530, 630};

    lecture_conv2d(x, 3, 3, k, 2, 2, NULL, correlation, 4);
    lecture_conv2d(x, 3, 3, flipped, 2, 2, NULL, convolution, 4);
}
END_TEST

static const float image[] = {1, 1, 2, 5, 6, 3, 6, 7, 3, 2, 3, 4, 6, 7, 5, 1,
                              8, 4, 8, 7, 6, 5, 7, 6, 3, 3, 4, 2, 3, 5, 6, 7,
                              8, 2, 7, 3, 4, 5, 3, 2, 1, 6, 8, 7, 2, 1, 4, 5,
                              3, 2, 6, 7, 8, 1, 2, 3, 4, 5, 6, 8, 9, 2, 1};

/* The second grid is called "repetition of border pixels". It is neither that
 * nor a reflection but symmetric mirroring, with five wrong cells. */
START_TEST(test_padding)
{
    const float zeros[] = {
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 1, 1, 2, 5, 6, 3, 6, 7, 3, 0, 0, 0, 0, 2, 3, 4, 6, 7, 5, 1,
        8, 4, 0, 0, 0, 0, 8, 7, 6, 5, 7, 6, 3, 3, 4, 0, 0, 0, 0, 2, 3, 5, 6, 7,
        8, 2, 7, 3, 0, 0, 0, 0, 4, 5, 3, 2, 1, 6, 8, 7, 2, 0, 0, 0, 0, 1, 4, 5,
        3, 2, 6, 7, 8, 1, 0, 0, 0, 0, 2, 3, 4, 5, 6, 8, 9, 2, 1, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    const float printed[] = {
        2, 2, 2, 3, 4, 6, 7, 5, 1, 8, 4, 4, 4, 1, 1, 1, 1, 2, 5, 6, 3, 6, 7, 3,
        3, 3, 1, 1, 1, 1, 2, 5, 6, 3, 6, 7, 3, 3, 7, 3, 2, 2, 3, 4, 6, 7, 5, 1,
        8, 4, 4, 8, 7, 8, 8, 7, 6, 5, 7, 6, 3, 3, 4, 4, 3, 3, 2, 2, 3, 5, 6, 7,
        8, 2, 7, 3, 3, 7, 5, 4, 4, 5, 3, 2, 1, 6, 8, 7, 2, 2, 7, 4, 1, 1, 4, 5,
        3, 2, 6, 7, 8, 1, 1, 8, 3, 2, 2, 3, 4, 5, 6, 8, 9, 2, 1, 1, 2, 3, 2, 2,
        3, 4, 5, 6, 8, 9, 2, 1, 1, 2, 3, 1, 1, 4, 5, 3, 2, 6, 7, 8, 1, 1, 2};
    const int wrong[5][3] = {
        {0, 0, 3}, {0, 12, 8}, {1, 12, 7}, {10, 0, 4}, {10, 12, 8}};
    const int dims[] = {7, 9}, two[] = {2, 2};
    float right[143], y[143];

    ck_assert_int_eq(ref_pad(image, dims, 2, two, two, REF_PAD_ZEROS, y),
                     REF_OK);
    lecture_equal(y, zeros, 143);
    memcpy(right, printed, sizeof right);
    for (int i = 0; i < 5; i++) {
        float *cell = &right[wrong[i][0] * 13 + wrong[i][1]];

        ck_assert_float_ne(*cell, (float)wrong[i][2]);
        *cell = (float)wrong[i][2];
    }
    ck_assert_int_eq(ref_pad(image, dims, 2, two, two, REF_PAD_SYMMETRIC, y),
                     REF_OK);
    lecture_equal(y, right, 143);
}
END_TEST

/* The mean of 5x5 over the padded image: sums of integers, then 1/25. */
START_TEST(test_box_filter)
{
    const float sums[] = {34,  50,  70,  73,  72,  78,  73,  53,  39,  44,  66,
                          93,  102, 100, 108, 100, 73,  51,  56,  80,  108, 119,
                          120, 132, 124, 96,  68,  62,  84,  108, 122, 121, 131,
                          123, 99,  68,  62,  83,  106, 123, 130, 134, 124, 101,
                          67,  41,  57,  73,  92,  103, 110, 101, 85,  57,  31,
                          41,  50,  63,  75,  80,  74,  65,  45};
    float ones[25], means[25], y[63];
    ref_conv2d_params p = REF_CONV2D_DEFAULTS;

    for (int i = 0; i < 25; i++) {
        ones[i] = 1;
        means[i] = 1 / 25.0f;
    }
    p.pt = p.pb = p.pl = p.pr = 2;
    lecture_conv2d(image, 7, 9, ones, 5, 5, &p, sums, 63);
    ck_assert_int_eq(ref_conv2d(image, 1, 1, 7, 9, means, 1, 5, 5, NULL, &p, y),
                     REF_OK);
    for (int i = 0; i < 63; i++)
        ck_assert_double_eq_tol((double)y[i], (double)sums[i] / 25,
                                ref_gamma(26) * (double)sums[i] / 25);
}
END_TEST

/* One formula lacks the floor, which would make 2.5 of the last row. */
START_TEST(test_sizes)
{
    static const int rows[][5] = {{5, 3, 1, 0, 3}, {7, 3, 2, 0, 3},
                                  {7, 3, 1, 2, 7}, {32, 5, 1, 4, 32},
                                  {9, 5, 2, 4, 5}, {6, 3, 2, 0, 2}};

    lecture_axis_sizes(rows, LECTURE_COUNT(rows));
}
END_TEST

/* A filter is as deep as its input: RGB, and RGB with infrared. */
START_TEST(test_filter_depth)
{
    ck_assert_int_eq(lecture_conv_weights(3, 5, 5, 1, 0), 75);
    ck_assert_int_eq(lecture_conv_weights(4, 5, 5, 1, 0), 100);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_binary_5x5);
    suite_test(test_convolution_is_not_correlation);
    suite_test(test_padding);
    suite_test(test_box_filter);
    suite_test(test_sizes);
    suite_test(test_filter_depth);
}

int main(void)
{
    return suite_main("lecture 003", fill);
}
