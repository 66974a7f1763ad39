/* The mistakes that the lesson of chapter 1 shows: each gives the numbers that
 * the lesson prints, and what "Break it" says of inputs is so. */
#include "chapters/01-cross-correlation/cross_correlation.h"
#include "tests/support/suite.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#define COUNT(a) ((int)(sizeof(a) / sizeof((a)[0])))

static void equal(const char *what, const float *got, const float *want,
                  int count)
{
    for (int t = 0; t < count; t++)
        ck_assert_msg(got[t] == want[t], "%s: element %d is %g, should be %g",
                      what, t, (double)got[t], (double)want[t]);
}

/* ---- one dimension ---------------------------------------------------------- */

static const float signal[6] = {1, 4, -1, 0, 2, -2};
static const float three[3] = {1, 2, 3};

enum mistake_1d { ONLY_LAST, RUNNING_TOTAL, KERNEL_SHORT, MEAN };

static void mistaken_1d(enum mistake_1d m, const float *x, int w,
                        const float *k, int kw, float *y)
{
    float sum = 0;

    for (int i = 0; i < w - kw + 1; i++) {
        if (m != RUNNING_TOTAL)
            sum = 0;
        for (int u = 0; u < (m == KERNEL_SHORT ? kw - 1 : kw); u++)
            sum = x[i + u] * k[u] + (m == ONLY_LAST ? 0 : sum);
        y[i] = m == MEAN ? sum / (float)kw : sum;
    }
}

START_TEST(test_mistakes_1d)
{
    static const float shown[4][4] = {
        [ONLY_LAST] = {-3, 0, 6, -6},
        [RUNNING_TOTAL] = {6, 8, 13, 11},
        [KERNEL_SHORT] = {9, 2, -1, 4},
        [MEAN] = {2, 2 / 3.0f, 5 / 3.0f, -2 / 3.0f},
    };
    float y[4];

    for (int m = ONLY_LAST; m <= MEAN; m++) {
        mistaken_1d((enum mistake_1d)m, signal, 6, three, 3, y);
        equal("a mistake in one dimension", y, shown[m], 4);
    }
}
END_TEST

/* ---- two dimensions --------------------------------------------------------- */

enum mistake_2d {
    PITCH,
    KERNEL_TRANSPOSED,
    OUTPUT_TRANSPOSED,
    ASSIGNED,
    FLIPPED,
    ROWS_MIRRORED,
    COLUMNS_MIRRORED,
    INT_SUM,
    CLAMPED,
    MISTAKES
};

static void mistaken_2d(enum mistake_2d m, const float *x, int h, int w,
                        const float *k, int kh, int kw, float *y)
{
    int oh = h - kh + 1, ow = w - kw + 1;
    int pitch = m == PITCH ? h : w;

    for (int i = 0; i < oh; i++)
        for (int j = 0; j < ow; j++) {
            float sum = 0;

            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++) {
                    int a = m == FLIPPED || m == ROWS_MIRRORED ? kh - 1 - u : u;
                    int b =
                        m == FLIPPED || m == COLUMNS_MIRRORED ? kw - 1 - v : v;
                    int tap = m == KERNEL_TRANSPOSED ? v * kh + u : a * kw + b;

                    sum = x[(i + u) * pitch + (j + v)] * k[tap] +
                          (m == ASSIGNED ? 0 : sum);
                    sum = m == INT_SUM ? truncf(sum) : sum;
                }
            if (m == CLAMPED)
                sum = fminf(fmaxf(sum, 0), 255);
            y[m == OUTPUT_TRANSPOSED ? j * oh + i : i * ow + j] = sum;
        }
}

START_TEST(test_mistakes_2d)
{
    static const float shown[MISTAKES][6] = {
        [PITCH] = {14, 7, 29, 20, 30, 24},
        [KERNEL_TRANSPOSED] = {12, 24, 22, 13, 18, 19},
        [OUTPUT_TRANSPOSED] = {10, 17, 25, 14, 23, 19},
        [ASSIGNED] = {5, 20, 5, 0, 5, 10},
        [FLIPPED] = {12, 16, 18, 13, 18, 27},
        [ROWS_MIRRORED] = {15, 15, 21, 10, 25, 22},
        [COLUMNS_MIRRORED] = {7, 21, 26, 26, 9, 20},
        [INT_SUM] = {10, 25, 23, 17, 14, 19},
        [CLAMPED] = {10, 25, 23, 17, 14, 19},
    };
    static const float x[3 * 4] = {1, 2, 0, 3, 0, 1, 4, 1, 5, 0, 1, 2};
    static const float k[2 * 2] = {1, 2, 3, 5};
    float y[6];

    for (int m = PITCH; m < MISTAKES; m++) {
        mistaken_2d((enum mistake_2d)m, x, 3, 4, k, 2, 2, y);
        equal("a mistake in two dimensions", y, shown[m], 6);
    }
}
END_TEST

/* "An image of ones under a kernel of ones cannot see ..." */
START_TEST(test_ones_see_nothing)
{
    static const enum mistake_2d unseen[] = {
        PITCH,         KERNEL_TRANSPOSED, OUTPUT_TRANSPOSED, FLIPPED,
        ROWS_MIRRORED, COLUMNS_MIRRORED,  INT_SUM,           CLAMPED};
    float ones[25], right[9], y[9];

    for (int t = 0; t < 25; t++)
        ones[t] = 1;
    naive_correlate_2d(ones, 5, 5, ones, 3, 3, right);
    for (int m = 0; m < COUNT(unseen); m++) {
        mistaken_2d(unseen[m], ones, 5, 5, ones, 3, 3, y);
        equal("ones", y, right, 9);
    }
}
END_TEST

/* An input made by the rules of "Break it" sees every mistake above. */
START_TEST(test_rules_see_everything)
{
    static const float x[4 * 5] = {
        1,    2,  -3, 4,   5.5f, 6,  -7, 8,     9,  10, //
        -110, 12, 13, -14, 15,   16, 17, 18.5f, 19, -20};
    static const float k[2 * 3] = {1, -2, 3, 4, 5.25f, 6};
    float right[9], y[9];

    naive_correlate_2d(x, 4, 5, k, 2, 3, right);
    for (int m = PITCH; m < MISTAKES; m++) {
        mistaken_2d((enum mistake_2d)m, x, 4, 5, k, 2, 3, y);
        bool same = true;
        for (int n = 0; n < 9; n++)
            same = same && y[n] == right[n];
        ck_assert_msg(!same, "mistake %d", m);
    }
}
END_TEST

static void fill(void)
{
    suite_case("mistakes");
    suite_test(test_mistakes_1d);
    suite_test(test_mistakes_2d);
    suite_case("inputs");
    suite_test(test_ones_see_nothing);
    suite_test(test_rules_see_everything);
}

int main(void)
{
    return suite_main("chapter 1, mistakes", fill);
}
