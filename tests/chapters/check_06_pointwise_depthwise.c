/* Chapter 6: the examples of the lesson, its tables of mistakes, the naive
 * code against the reference, what the text claims, and the misprints. (What
 * the consoles of the lesson print is checked by running them.) */
#include "chapters/06-pointwise-depthwise/pointwise_depthwise.h"
#include "reference/convlings.h"
#include "tests/support/random.h"
#include "tests/support/suite.h"

#include <math.h>

#define COUNT(a) ((int)(sizeof(a) / sizeof((a)[0])))

enum { MOST = 4096 };

static void equal(const char *what, const float *got, const float *want,
                  int count)
{
    for (int t = 0; t < count; t++)
        ck_assert_msg(got[t] == want[t], "%s: element %d is %g, should be %g",
                      what, t, (double)got[t], (double)want[t]);
}

static void roll_integers(dice *d, float *a, int count)
{
    for (int t = 0; t < count; t++)
        a[t] = (float)dice_int(d, -9, 9);
}

/* ---- the examples of the lesson ------------------------------------------ */

static const float pixel[3] = {2, 1, 4};
static const float mixing[6] = {1, 2, 3, -1, 0, 5};

START_TEST(test_one_pixel)
{
    static const float bias[2] = {10, 20}, want[2] = {26, 38};
    float y[2];

    naive_conv1x1(pixel, 1, 3, 1, 1, mixing, 2, bias, y);
    equal("the pixel", y, want, 2);
}
END_TEST

/* The table of mistakes at that pixel, each as it would be computed. */
START_TEST(test_mistakes_at_the_pixel)
{
    static const float transposed[6] = {1, 3, 0, 2, -1, 5};
    static const float last[6] = {0, 0, 3, 0, 0, 5};
    static const float own[6] = {1, 0, 0, 0, 0, 0};
    static const float none[2] = {0, 0}, bias[2] = {10, 20};
    static const float thrice[2] = {30, 60}, first[2] = {10, 10};
    static const struct {
        const char *what;
        const float *weight, *bias, want[2];
    } mistakes[] = {
        {"one number per channel", own, bias, {12, 20}},
        {"weights transposed", transposed, bias, {15, 43}},
        {"last channel", last, none, {12, 20}},
        {"bias for every channel", mixing, thrice, {46, 78}},
        {"bias[0]", mixing, first, {26, 28}},
        {"no bias", mixing, none, {16, 18}},
    };
    float y[2];

    for (int t = 0; t < COUNT(mistakes); t++) {
        naive_conv1x1(pixel, 1, 3, 1, 1, mistakes[t].weight, 2,
                      mistakes[t].bias, y);
        equal(mistakes[t].what, y, mistakes[t].want, 2);
    }
}
END_TEST

static const float two[8] = {1, 2, 3, 4, 5, 6, 7, 8};
static const float four[16] = {1, 0, 0, 1, 1, 1, 1, 1, 1, 2, 3, 4, 0, 1, -1, 0};
static const float hundred[4] = {0, 0, 0, 100};

START_TEST(test_two_channels_two_kernels_each)
{
    static const float want[4] = {5, 10, 70, 99};
    float y[4];

    naive_depthwise_conv2d(two, 2, 2, 2, four, 2, 2, 2, hundred, y);
    equal("depthwise", y, want, 4);
}
END_TEST

/* With multiplier 1 and the channels and kernels listed one by one, any
 * pairing of the two can be computed. */
START_TEST(test_mistakes_of_depthwise)
{
    static const struct {
        const char *what;
        int channel[4], kernel[4];
        float want[4];
    } mistakes[] = {
        {"o % c", {0, 1, 0, 1}, {0, 1, 2, 3}, {5, 26, 30, 99}},
        {"channel 0", {0, 0, 0, 0}, {0, 1, 2, 3}, {5, 10, 30, 99}},
        {"weight[o/m]", {0, 0, 1, 1}, {0, 0, 1, 1}, {5, 5, 26, 126}},
    };
    static const float all[4] = {18, 36, 100, 98};
    float x[16], weight[16], y[4];

    for (int t = 0; t < COUNT(mistakes); t++) {
        for (int n = 0; n < 16; n++) {
            x[n] = two[4 * mistakes[t].channel[n / 4] + n % 4];
            weight[n] = four[4 * mistakes[t].kernel[n / 4] + n % 4];
        }
        naive_depthwise_conv2d(x, 4, 2, 2, weight, 1, 2, 2, hundred, y);
        equal(mistakes[t].what, y, mistakes[t].want, 4);
    }
    for (int n = 0; n < 16; n++)
        x[n] = two[n % 4] + two[4 + n % 4];
    naive_depthwise_conv2d(x, 4, 2, 2, four, 1, 2, 2, hundred, y);
    equal("all channels added up", y, all, 4);
}
END_TEST

START_TEST(test_separable_example)
{
    static const float x[12] = {1, 2, 0, 0, 1, 4, 3, 0, 1, 1, 2, 0};
    static const float depth[8] = {1, 2, 3, 5, 1, 0, 0, -1};
    static const float point[6] = {1, 0, 1, 10, 2, -1}, bias[3] = {0, 0, 100};
    static const float want_z[4] = {10, 25, 1, 0};
    static const float want[6] = {10, 25, 20, 25, 119, 150};
    float z[4], y[6];

    naive_separable_conv2d(x, 2, 2, 3, depth, 2, 2, point, 3, bias, z, y);
    equal("z", z, want_z, 4);
    equal("separable", y, want, 6);
}
END_TEST

/* ---- the naive code ------------------------------------------------------ */

typedef struct shape {
    int n, c, h, w, out, kh, kw;
} shape;

static const shape shapes[] = {
    {1, 1, 1, 1, 1, 1, 1}, {2, 3, 4, 5, 2, 3, 2}, {3, 2, 6, 3, 4, 2, 3},
    {1, 5, 3, 7, 3, 3, 1}, {2, 4, 9, 2, 6, 5, 2},
};

/* Whole numbers are exact in float, so naive and reference agree exactly. */
START_TEST(test_naive_equals_reference)
{
    dice d = {61};
    float x[MOST], weight[MOST], bias[MOST], point[MOST];
    float z[MOST], y[MOST], want[MOST];

    for (int t = 0; t < COUNT(shapes); t++) {
        shape s = shapes[t];
        int m = s.n, oh = s.h - s.kh + 1, ow = s.w - s.kw + 1;
        ref_conv2d_params p = REF_CONV2D_DEFAULTS;

        roll_integers(&d, x, MOST);
        roll_integers(&d, weight, MOST);
        roll_integers(&d, bias, MOST);
        roll_integers(&d, point, MOST);
        naive_conv1x1(x, s.n, s.c, s.h, s.w, point, s.out, bias, y);
        ck_assert_int_eq(ref_conv2d(x, s.n, s.c, s.h, s.w, point, s.out, 1, 1,
                                    bias, NULL, want),
                         REF_OK);
        equal("1x1", y, want, s.n * s.out * s.h * s.w);

        p.groups = s.c;
        naive_depthwise_conv2d(x, s.c, s.h, s.w, weight, m, s.kh, s.kw, bias,
                               y);
        ck_assert_int_eq(ref_conv2d(x, 1, s.c, s.h, s.w, weight, s.c * m, s.kh,
                                    s.kw, bias, &p, want),
                         REF_OK);
        equal("depthwise", y, want, s.c * m * oh * ow);

        naive_separable_conv2d(x, s.c, s.h, s.w, weight, s.kh, s.kw, point,
                               s.out, bias, z, y);
        ck_assert_int_eq(ref_conv2d(x, 1, s.c, s.h, s.w, weight, s.c, s.kh,
                                    s.kw, NULL, &p, z),
                         REF_OK);
        ck_assert_int_eq(
            ref_conv2d(z, 1, s.c, oh, ow, point, s.out, 1, 1, bias, NULL, want),
            REF_OK);
        equal("separable", y, want, s.out * oh * ow);
    }
}
END_TEST

/* An int for a sum would pass all tests with whole numbers. */
START_TEST(test_naive_keeps_fractions)
{
    static const float half[2] = {0.5f, 0.5f}, three[2] = {3, 5};
    static const float quarter[1] = {0.25f};
    float z[2], y[1];

    naive_conv1x1(half, 1, 2, 1, 1, three, 1, quarter, y);
    ck_assert(y[0] == 4.25f);
    naive_depthwise_conv2d(half, 1, 1, 2, three, 1, 1, 2, quarter, y);
    ck_assert(y[0] == 4.25f);
    naive_separable_conv2d(half, 2, 1, 1, half, 1, 1, three, 1, quarter, z, y);
    ck_assert(z[0] == 0.25f && y[0] == 2.25f);
}
END_TEST

/* ---- what the lesson claims ---------------------------------------------- */

/* Put z into y: a full convolution with point times depth as weights. */
START_TEST(test_separable_is_a_full_convolution)
{
    enum { C = 3, H = 5, W = 4, OUT = 2, KH = 2, KW = 3, TAPS = KH * KW };
    dice d = {62};
    float x[C * H * W], depth[C * TAPS], point[OUT * C], bias[OUT];
    float full[OUT * C * TAPS], z[MOST], y[MOST], want[MOST];

    roll_integers(&d, x, C * H * W);
    roll_integers(&d, depth, C * TAPS);
    roll_integers(&d, point, OUT * C);
    roll_integers(&d, bias, OUT);
    for (int t = 0; t < OUT * C * TAPS; t++)
        full[t] = point[t / TAPS] * depth[t % (C * TAPS)];
    naive_separable_conv2d(x, C, H, W, depth, KH, KW, point, OUT, bias, z, y);
    ck_assert_int_eq(
        ref_conv2d(x, 1, C, H, W, full, OUT, KH, KW, bias, NULL, want), REF_OK);
    equal("multiplied out", y, want, OUT * (H - KH + 1) * (W - KW + 1));
}
END_TEST

static const float smooth[3] = {1, 2, 1}, slope[3] = {-1, 0, 1};

START_TEST(test_sobel_is_an_outer_product)
{
    float k[9], want[9];

    naive_outer_product(smooth, 3, slope, 3, k);
    ck_assert_int_eq(ref_filter_named("sobel-x", 3, 0, want), REF_OK);
    equal("Sobel x", k, want, 9);
    naive_outer_product(slope, 3, smooth, 3, k);
    ck_assert_int_eq(ref_filter_named("sobel-y", 3, 0, want), REF_OK);
    equal("Sobel y", k, want, 9);
}
END_TEST

/* Row u is exp(-(u-c)^2 / (2 sigma^2)) times the middle row. */
START_TEST(test_a_bell_is_an_outer_product)
{
    enum { SIZE = 5 };
    float k[SIZE * SIZE];

    ck_assert_int_eq(ref_filter_gaussian(SIZE, 1.5f, k), REF_OK);
    for (int u = 0; u < SIZE; u++)
        for (int v = 0; v < SIZE; v++)
            ck_assert_double_eq_tol((double)k[u * SIZE + v],
                                    exp(-(u - 2) * (u - 2) / (2 * 1.5 * 1.5)) *
                                        (double)k[2 * SIZE + v],
                                    1e-7);
}
END_TEST

/* First with the row, then with the column: as with the whole kernel. */
START_TEST(test_row_then_column)
{
    dice d = {63};
    float x[7 * 6], k[9], across[7 * 4], y[5 * 4], want[5 * 4];

    roll_integers(&d, x, 7 * 6);
    naive_outer_product(smooth, 3, slope, 3, k);
    naive_depthwise_conv2d(x, 1, 7, 6, k, 1, 3, 3, NULL, want);
    naive_depthwise_conv2d(x, 1, 7, 6, slope, 1, 1, 3, NULL, across);
    naive_depthwise_conv2d(across, 1, 7, 4, smooth, 1, 3, 1, NULL, y);
    equal("row, then column", y, want, 5 * 4);
}
END_TEST

/* ---- counts and misprints ------------------------------------------------ */

static int weights(int c_in, int c_out, int k, int groups)
{
    ref_conv2d_params p = REF_CONV2D_DEFAULTS;
    ref_cost cost;

    p.groups = groups;
    ck_assert_int_eq(ref_conv2d_cost(c_in, 9, 9, c_out, k, k, 0, &p, &cost),
                     REF_OK);
    return (int)cost.parameters;
}

/* The numbers of the figure of weights, and of the text. */
START_TEST(test_counts)
{
    ck_assert_int_eq(weights(8, 8, 3, 1), 576);
    ck_assert_int_eq(weights(8, 8, 3, 4), 144);
    ck_assert_int_eq(weights(8, 8, 3, 8), 72);
    ck_assert_int_eq(weights(8, 8, 1, 1), 64);
    ck_assert_int_eq(weights(8, 16, 3, 1), 1152);
    ck_assert_int_eq(weights(8, 8, 3, 8) + weights(8, 16, 1, 1), 200);
    for (int c_out = 1; c_out <= 64; c_out *= 2) {
        int full = weights(8, c_out, 3, 1);
        int separable = weights(8, 8, 3, 8) + weights(8, c_out, 1, 1);

        ck_assert_double_eq_tol((double)separable / full, 1.0 / c_out + 1.0 / 9,
                                1e-12);
    }
    ck_assert((64LL * 128 * 9 - (64 * 9 + 64 * 128)) * 224 * 200 ==
              2910208000LL);
}
END_TEST

/* kh kw + c_in is neither the layer's count nor c_out times smaller. */
START_TEST(test_the_printed_count)
{
    int printed = 3 * 3 + 8, layer = weights(8, 8, 3, 8) + weights(8, 16, 1, 1);

    ck_assert_int_eq(printed, 17);
    ck_assert_int_eq(16 * printed, 272);
    ck_assert_int_ne(16 * printed, layer);
    ck_assert_int_gt(weights(8, 8, 3, 8) + weights(8, 1, 1, 1),
                     weights(8, 1, 3, 1));
}
END_TEST

/* One K' for all channels cannot hold Sobel x and Sobel y: as two rows of
 * nine they are no multiples of each other. */
START_TEST(test_the_figure_needs_two_kernels)
{
    float kx[9], ky[9];
    int multiples = 1;

    naive_outer_product(smooth, 3, slope, 3, kx);
    naive_outer_product(slope, 3, smooth, 3, ky);
    for (int a = 0; a < 9; a++)
        for (int b = 0; b < 9; b++)
            if (kx[a] * ky[b] != kx[b] * ky[a])
                multiples = 0;
    ck_assert_int_eq(multiples, 0);
}
END_TEST

static void fill(void)
{
    suite_case("examples");
    suite_test(test_one_pixel);
    suite_test(test_mistakes_at_the_pixel);
    suite_test(test_two_channels_two_kernels_each);
    suite_test(test_mistakes_of_depthwise);
    suite_test(test_separable_example);
    suite_case("naive");
    suite_test(test_naive_equals_reference);
    suite_test(test_naive_keeps_fractions);
    suite_case("claims");
    suite_test(test_separable_is_a_full_convolution);
    suite_test(test_sobel_is_an_outer_product);
    suite_test(test_a_bell_is_an_outer_product);
    suite_test(test_row_then_column);
    suite_case("counts");
    suite_test(test_counts);
    suite_test(test_the_printed_count);
    suite_test(test_the_figure_needs_two_kernels);
}

int main(void)
{
    return suite_main("chapter 6", fill);
}
