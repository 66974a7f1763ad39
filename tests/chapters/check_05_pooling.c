/* Chapter 5: the examples of the lesson and of the lectures, the mistakes that
 * the lesson shows, and the naive code against the reference. (What the
 * consoles of the lesson print is checked by running them.) */
#include "chapters/05-pooling/pooling.h"
#include "reference/convlings.h"
#include "tests/support/random.h"
#include "tests/support/suite.h"

#include <math.h>

static void equal(const char *what, const float *got, const float *want,
                  int count)
{
    for (int t = 0; t < count; t++)
        ck_assert_msg(got[t] == want[t], "%s: element %d is %g, should be %g",
                      what, t, (double)got[t], (double)want[t]);
}

/* ---- the examples of the lectures ---------------------------------------- */

static const float row[10] = {1, 4, -1, 0, 2, -2, 1, 3, 3, 1};
static const float below[4] = {-3, -1, -2, -7};

START_TEST(test_fillatre_row)
{
    float y[5];

    naive_max_pool_1d(row, 10, 2, y);
    equal("the row", y, (const float[]){4, 0, 2, 3, 3}, 5);
    naive_max_pool_1d(below, 4, 2, y);
    equal("below 0", y, (const float[]){-1, -2}, 2);
}
END_TEST

START_TEST(test_fillatre_squares)
{
    static const float square[16] = {1, 1, 2, 4, 5, 6, 7, 8,
                                     3, 2, 1, 0, 1, 2, 3, 4};
    static const float rows[24] = {1, 2, 2, 1, 2, 1, 2, 0, 0, 0, 1, 0,
                                   2, 0, 2, 1, 1, 1, 0, 0, 0, 1, 2, 1};
    float y[12];

    naive_max_pool_2d(square, 4, 4, 2, 2, 2, 2, y);
    equal("the square", y, (const float[]){6, 8, 3, 4}, 4);
    naive_max_pool_2d(rows, 4, 6, 1, 2, 1, 2, y);
    equal("F.max_pool2d(x, (1, 2))", y,
          (const float[]){2, 2, 2, 2, 0, 1, 2, 2, 1, 0, 1, 2}, 12);
}
END_TEST

/* Printed with two digits. */
START_TEST(test_rousseau_average)
{
    static const float square[36] = {0, 1, 0, 1, 1, 0, 0, 1, 2, 2, 0, 1,
                                     1, 1, 0, 1, 1, 0, 1, 2, 0, 1, 0, 0,
                                     2, 1, 0, 1, 0, 1, 2, 0, 1, 0, 1, 1};
    static const double printed[4] = {0.67, 0.78, 1, 0.56};
    float y[4];

    naive_avg_pool_2d(square, 6, 6, 3, 3, 3, 3, y);
    for (int n = 0; n < 4; n++)
        ck_assert_double_eq_tol((double)y[n], printed[n], 0.005);
}
END_TEST

/* ---- what the lesson says of divisors, places and padding ---------------- */

START_TEST(test_divisors)
{
    static const float x[5] = {6, 2, 4, 8, 10};
    static const float want[4][3] = {
        {8 / 3.0f, 14 / 3.0f, 6}, {4, 14 / 3.0f, 9}, {3, 6, 6}, {4, 6, 9}};
    float y[3];

    for (int n = 0; n < 4; n++) {
        ref_avg_pool1d_params p = REF_AVG_POOL1D_DEFAULTS;

        p.sw = 2;
        p.pl = p.pr = 1;
        p.ceil_mode = n / 2;
        p.count_include_pad = n % 2 == 0;
        ck_assert_int_eq(ref_avg_pool1d(x, 1, 1, 5, n < 2 ? 3 : 4, &p, y),
                         REF_OK);
        for (int t = 0; t < 3; t++)
            ck_assert_float_eq_tol(y[t], want[n][t], 1e-6f);
    }
}
END_TEST

START_TEST(test_figure_of_places)
{
    static const float square[16] = {1, 1, 2, 4, 5, 6, 7, 8,
                                     3, 2, 1, 0, 1, 2, 3, 4};
    static const int64_t want[4] = {5, 7, 8, 15};
    int64_t index[4];
    float y[4];

    ck_assert_int_eq(ref_max_pool2d(square, 1, 1, 4, 4, 2, 2, NULL, y, index),
                     REF_OK);
    for (int n = 0; n < 4; n++)
        ck_assert_int_eq(index[n], want[n]);
}
END_TEST

/* "Where it stood": of equal numbers the first. */
START_TEST(test_equal_numbers)
{
    static const float x[12] = {1, 2, 2, 1, 2, 1, 2, 0, 0, 0, 1, 0};
    static const int64_t want[4] = {1, 4, 6, 10};
    ref_max_pool2d_params p = REF_MAX_POOL2D_DEFAULTS;
    int64_t index[4];
    float y[4];

    p.sh = 1;
    p.sw = 3;
    ck_assert_int_eq(ref_max_pool2d(x, 1, 1, 2, 6, 1, 3, &p, y, index), REF_OK);
    equal("windows of 1x3", y, (const float[]){2, 2, 2, 1}, 4);
    for (int n = 0; n < 4; n++)
        ck_assert_int_eq(index[n], want[n]);
}
END_TEST

/* "One number for each channel": 0 to 11, and 12 to 23. */
START_TEST(test_two_channels_as_two_numbers)
{
    float x[24], y[2];

    for (int n = 0; n < 24; n++)
        x[n] = (float)n;
    ck_assert_int_eq(ref_global_avg_pool(x, 1, 2, 1, 3, 4, y), REF_OK);
    equal("two channels", y, (const float[]){5.5f, 17.5f}, 2);
}
END_TEST

/* "Implicit zero padding": four -1 under windows of 2, stride 1, padding 1. */
START_TEST(test_padding_is_not_zero)
{
    static const float x[4] = {-1, -1, -1, -1};
    static const float want[9] = {-1, -1, -1, -1, -1, -1, -1, -1, -1};
    static const float zeros[9] = {0, 0, 0, 0, -1, 0, 0, 0, 0};
    static const float padded[16] = {0, 0,  0,  0, 0, -1, -1, 0,
                                     0, -1, -1, 0, 0, 0,  0,  0};
    ref_max_pool2d_params p = REF_MAX_POOL2D_DEFAULTS;
    float y[9];

    p.sh = p.sw = p.pt = p.pb = p.pl = p.pr = 1;
    ck_assert_int_eq(ref_max_pool2d(x, 1, 1, 2, 2, 2, 2, &p, y, NULL), REF_OK);
    equal("minus infinity", y, want, 9);
    naive_max_pool_2d(padded, 4, 4, 2, 2, 1, 1, y);
    equal("zeros", y, zeros, 9);
}
END_TEST

/* Louppe's index r*j + n with r outputs in place of the window h: of 6
 * numbers, windows of 2 and 3 outputs, it reads numbers 6 and 7. */
START_TEST(test_louppe_reads_outside)
{
    enum { R = 3, H = 2, ROWS = R * H };
    int printed = 0, right = 0;

    for (int j = 0; j < R; j++)
        for (int n = 0; n < H; n++) {
            printed = R * j + n > printed ? R * j + n : printed;
            right = H * j + n > right ? H * j + n : right;
        }
    ck_assert_int_eq(printed, 7);
    ck_assert_int_eq(right, ROWS - 1);
}
END_TEST

/* "Invariant, a little": a single 9 at each place. */
START_TEST(test_nine_moves)
{
    static const float want[3][4] = {{0, 9, 0, 0}, {0, 9, 0, 0}, {0, 0, 9, 0}};
    float y[4];

    for (int n = 0; n < 3; n++) {
        float x[8] = {0};

        x[2 + n] = 9;
        naive_max_pool_1d(x, 8, 2, y);
        equal("a 9", y, want[n], 4);
    }
}
END_TEST

/* ---- the mistakes of the lesson ------------------------------------------ */

enum mistake { FROM_ZERO, STRIDE_1, LAST, FIRST, GOES_ON, LEAST, MISTAKES };

static void mistaken(enum mistake m, const float *x, int w, int kw, float *y)
{
    float best = -INFINITY;

    for (int i = 0; i < w / kw; i++) {
        const float *window = x + (m == STRIDE_1 ? i : i * kw);

        if (m != GOES_ON || i == 0)
            best = m == FROM_ZERO ? 0 : window[0];
        for (int v = 0; v < kw && m != FIRST; v++)
            if (m == LAST || (m == LEAST ? window[v] < best : window[v] > best))
                best = window[v];
        y[i] = best;
    }
}

START_TEST(test_mistakes)
{
    static const float shown[MISTAKES][7] = {
        [FROM_ZERO] = {4, 0, 2, 3, 3, 0, 0},
        [STRIDE_1] = {4, 4, 0, 2, 2, -1, -1},
        [LAST] = {4, 0, -2, 3, 1, -1, -7},
        [FIRST] = {1, -1, 2, 1, 3, -3, -2},
        [GOES_ON] = {4, 4, 4, 4, 4, -1, -1},
        [LEAST] = {1, -1, -2, 1, 1, -3, -7},
    };
    float y[5];

    for (int m = 0; m < MISTAKES; m++) {
        mistaken((enum mistake)m, row, 10, 2, y);
        equal("a mistake, the row", y, shown[m], 5);
        mistaken((enum mistake)m, below, 4, 2, y);
        equal("a mistake, below 0", y, shown[m] + 5, 2);
    }
}
END_TEST

/* ---- the naive code against the reference -------------------------------- */

enum { MOST = 20 * 20 };

/* A shape with a window inside, whole numbers. */
typedef struct shape {
    int h, w, kh, kw, sh, sw, count;
} shape;

static shape roll(dice *d, float *x)
{
    shape s = {.h = dice_int(d, 1, 20), .w = dice_int(d, 1, 20)};

    s.kh = dice_int(d, 1, s.h);
    s.kw = dice_int(d, 1, s.w);
    s.sh = dice_int(d, 1, 4);
    s.sw = dice_int(d, 1, 4);
    s.count = ((s.h - s.kh) / s.sh + 1) * ((s.w - s.kw) / s.sw + 1);
    for (int n = 0; n < s.h * s.w; n++)
        x[n] = (float)dice_int(d, -9, 9);
    return s;
}

START_TEST(test_naive_max_equals_reference)
{
    dice d = {5};
    float x[MOST], y[MOST], want[MOST];

    for (int t = 0; t < 300; t++) {
        shape s = roll(&d, x);
        ref_max_pool2d_params p = REF_MAX_POOL2D_DEFAULTS;

        p.sh = s.sh;
        p.sw = s.sw;
        naive_max_pool_2d(x, s.h, s.w, s.kh, s.kw, s.sh, s.sw, y);
        ck_assert_int_eq(
            ref_max_pool2d(x, 1, 1, s.h, s.w, s.kh, s.kw, &p, want, NULL),
            REF_OK);
        equal("2-D", y, want, s.count);
        naive_max_pool_1d(x, s.w, s.kw, y);
        ck_assert_int_eq(ref_max_pool1d(x, 1, 1, s.w, s.kw, NULL, want, NULL),
                         REF_OK);
        equal("1-D", y, want, s.w / s.kw);
    }
}
END_TEST

/* Sums of these whole numbers are exact, and both divide once. */
START_TEST(test_naive_average_within_the_bound)
{
    dice d = {6};
    float x[MOST], y[MOST], want[MOST];

    for (int t = 0; t < 300; t++) {
        shape s = roll(&d, x);
        ref_avg_pool2d_params p = REF_AVG_POOL2D_DEFAULTS;

        p.sh = s.sh;
        p.sw = s.sw;
        naive_avg_pool_2d(x, s.h, s.w, s.kh, s.kw, s.sh, s.sw, y);
        ck_assert_int_eq(
            ref_avg_pool2d(x, 1, 1, s.h, s.w, s.kh, s.kw, &p, want), REF_OK);
        for (int n = 0; n < s.count; n++)
            ck_assert_double_le(fabs((double)y[n] - (double)want[n]),
                                ref_sum_bound(2, 9));
    }
}
END_TEST

static void fill(void)
{
    suite_case("examples");
    suite_test(test_fillatre_row);
    suite_test(test_fillatre_squares);
    suite_test(test_rousseau_average);
    suite_test(test_divisors);
    suite_test(test_figure_of_places);
    suite_test(test_equal_numbers);
    suite_test(test_two_channels_as_two_numbers);
    suite_test(test_nine_moves);
    suite_case("misprints");
    suite_test(test_padding_is_not_zero);
    suite_test(test_louppe_reads_outside);
    suite_case("mistakes");
    suite_test(test_mistakes);
    suite_case("naive");
    suite_test(test_naive_max_equals_reference);
    suite_test(test_naive_average_within_the_bound);
}

int main(void)
{
    return suite_main("chapter 5", fill);
}
