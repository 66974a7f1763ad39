/* Chapter 1: the examples of the lesson and of the lectures, and the promises
 * of the naive code. (What the consoles of the lesson print is checked by
 * running them; its mistakes and its chart have files of their own.) */
#include "chapters/01-cross-correlation/cross_correlation.h"
#include "reference/convlings.h"
#include "tests/support/guarded.h"
#include "tests/support/random.h"
#include "tests/support/suite.h"

#include <math.h>

#define COUNT(a) ((int)(sizeof(a) / sizeof((a)[0])))

static void equal(const char *what, const float *got, const float *want,
                  int count)
{
    for (int t = 0; t < count; t++)
        ck_assert_msg(got[t] == want[t], "%s: element %d is %g, should be %g",
                      what, t, (double)got[t], (double)want[t]);
}

/* ---- the examples of the lesson and of the lectures ---------------------- */

typedef void operation(const float *x, int h, int w, const float *k, int kh,
                       int kw, float *y);

/* One worked example; x, k and y are written row after row. */
typedef struct example {
    const char *source;
    operation *run;
    int h, w, kh, kw;
    float x[64], k[25], y[36];
} example;

static const example examples[] = {
    {"the hand case", naive_correlate_2d, .h = 3, .w = 4, .kh = 2, .kw = 2,
     .x = {1, 2, 0, 3, 0, 1, 4, 1, 5, 0, 1, 2}, .k = {1, 2, 3, 5},
     .y = {10, 25, 23, 17, 14, 19}},
    {"the hand case, flipped", naive_convolve_2d, .h = 3, .w = 4, .kh = 2,
     .kw = 2, .x = {1, 2, 0, 3, 0, 1, 4, 1, 5, 0, 1, 2}, .k = {1, 2, 3, 5},
     .y = {12, 16, 18, 13, 18, 27}},
    {"Lu, 2x2 over 3x3", naive_correlate_2d, .h = 3, .w = 3, .kh = 2, .kw = 2,
     .x = {1, 2, 3, 4, 5, 6, 7, 8, 9}, .k = {10, 20, 30, 40},
     .y = {370, 470, 670, 770}},
    {"Lu, flipped: 1*40 + 2*30 + 4*20 + 5*10 = 230, ...", naive_convolve_2d,
     .h = 3, .w = 3, .kh = 2, .kw = 2, .x = {1, 2, 3, 4, 5, 6, 7, 8, 9},
     .k = {10, 20, 30, 40}, .y = {230, 330, 530, 630}},
    {"Lu, zeros written around the image", naive_correlate_2d, .h = 5, .w = 5,
     .kh = 3, .kw = 3, .x = {0, 0, 0, 0, 0, 0, 1, 2, 3, 0, 0, 4, 5,
                             6, 0, 0, 7, 8, 9, 0, 0, 0, 0, 0, 0},
     .k = {10, 20, 30, 40, 50, 60, 30, 20, 10},
     .y = {300, 600, 500, 800, 1370, 1000, 1060, 1540, 940}},
    {"Dumoulin, conv_arithmetic, in Fillatre's lecture", naive_correlate_2d,
     .h = 5, .w = 5, .kh = 3, .kw = 3,
     .x = {3, 3, 2, 1, 0, 0, 0, 1, 3, 1, 3, 1, 2,
           2, 3, 2, 0, 0, 2, 2, 2, 0, 0, 0, 1},
     .k = {0, 1, 2, 2, 2, 0, 0, 1, 2}, .y = {12, 12, 17, 10, 17, 19, 9, 6, 14}},
    {"Pham and Le Lain, binary image", naive_correlate_2d, .h = 5, .w = 5,
     .kh = 3, .kw = 3, .x = {1, 1, 1, 0, 0, 0, 1, 1, 1, 0, 0, 0, 1,
                             1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0},
     .k = {1, 0, 1, 0, 1, 0, 1, 0, 1}, .y = {4, 3, 4, 2, 4, 3, 2, 3, 4}},
    {"the same, flipped: the kernel survives half a turn", naive_convolve_2d,
     .h = 5, .w = 5, .kh = 3, .kw = 3,
     .x = {1, 1, 1, 0, 0, 0, 1, 1, 1, 0, 0, 0, 1,
           1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0},
     .k = {1, 0, 1, 0, 1, 0, 1, 0, 1}, .y = {4, 3, 4, 2, 4, 3, 2, 3, 4}},
    {"Louppe, 3x3 over 4x4", naive_correlate_2d, .h = 4, .w = 4, .kh = 3,
     .kw = 3, .x = {4, 5, 8, 7, 1, 8, 8, 8, 3, 6, 6, 4, 6, 5, 7, 8},
     .k = {1, 4, 1, 1, 4, 3, 3, 3, 1}, .y = {122, 148, 126, 134}},
    {"Rousseau, 2x2 over 4x4", naive_correlate_2d, .h = 4, .w = 4, .kh = 2,
     .kw = 2, .x = {1, 0, 0, 1, 2, 2, 0, 1, 1, 1, 0, 1, 1, 0, 1, 2},
     .k = {0, 1, 0, 1}, .y = {2, 0, 2, 3, 0, 2, 1, 1, 3}},
    {"Sobel x on the ramp 3j + 5i: 8*3", naive_correlate_2d, .h = 3, .w = 4,
     .kh = 3, .kw = 3, .x = {0, 3, 6, 9, 5, 8, 11, 14, 10, 13, 16, 19},
     .k = {-1, 0, 1, -2, 0, 2, -1, 0, 1}, .y = {24, 24}},
    {"the same, flipped: the sign changes", naive_convolve_2d, .h = 3, .w = 4,
     .kh = 3, .kw = 3, .x = {0, 3, 6, 9, 5, 8, 11, 14, 10, 13, 16, 19},
     .k = {-1, 0, 1, -2, 0, 2, -1, 0, 1}, .y = {-24, -24}},
    {"Laplacian on i*i - 2j: 2", naive_correlate_2d, .h = 4, .w = 4, .kh = 3,
     .kw = 3, .x = {0, -2, -4, -6, 1, -1, -3, -5, 4, 2, 0, -2, 9, 7, 5, 3},
     .k = {0, 1, 0, 1, -4, 1, 0, 1, 0}, .y = {2, 2, 2, 2}},
    {"an impulse seen through a kernel is the kernel, turned",
     naive_correlate_2d, .h = 5, .w = 5, .kh = 3, .kw = 3, .x = {[12] = 1},
     .k = {1, 2, 3, 4, 5, 6, 7, 8, 9}, .y = {9, 8, 7, 6, 5, 4, 3, 2, 1}},
    {"an impulse convolved is the kernel", naive_convolve_2d, .h = 5, .w = 5,
     .kh = 3, .kw = 3, .x = {[12] = 1}, .k = {1, 2, 3, 4, 5, 6, 7, 8, 9},
     .y = {1, 2, 3, 4, 5, 6, 7, 8, 9}},
    {"Rousseau, (1,2)*(2,-1,2), zeros written on both sides", naive_convolve_2d,
     .h = 1, .w = 5, .kh = 1, .kw = 2, .x = {0, 2, -1, 2, 0}, .k = {1, 2},
     .y = {2, 3, 0, 4}},
};

START_TEST(test_examples)
{
    float y[36];

    for (int t = 0; t < COUNT(examples); t++) {
        const example *e = &examples[t];

        e->run(e->x, e->h, e->w, e->k, e->kh, e->kw, y);
        equal(e->source, y, e->y, (e->h - e->kh + 1) * (e->w - e->kw + 1));
    }
}
END_TEST

static const float signal[6] = {1, 4, -1, 0, 2, -2};
static const float three[3] = {1, 2, 3};

/* A bug that only one row shows would pass the examples above. */
START_TEST(test_correlate_1d_example)
{
    static const float right[4] = {6, 2, 5, -2};
    static const float ring[8] = {1, 4, -1, 0, 2, -2, 1, 4};
    static const float round_the_ring[6] = {6, 2, 5, -2, 1, 12};
    float y[6];

    naive_correlate_1d(signal, 6, three, 3, y);
    equal("the first example", y, right, 4);
    naive_correlate_1d(ring, 8, three, 3, y);
    equal("the signal as a ring", y, round_the_ring, 6);
}
END_TEST

/* exp(-1/2) and exp(-1) to five digits, as the lesson writes them. */
START_TEST(test_gaussian_by_hand)
{
    float k[9];

    ck_assert_int_eq(ref_filter_gaussian(3, 1.0f, k), REF_OK);
    ck_assert_double_eq_tol((double)k[4], 0.20418, 5e-6);
    ck_assert_double_eq_tol((double)(k[1] / k[4]), 0.60653, 5e-6);
    ck_assert_double_eq_tol((double)(k[0] / k[4]), 0.36788, 5e-6);
}
END_TEST

/* The table of scores: brightness and contrast do not count, shape does. */
START_TEST(test_scores_by_hand)
{
    static const float p[3] = {1, 3, 2};
    static const float windows[4][3] = {
        {10, 30, 20}, {51, 53, 52}, {3, 1, 2}, {9, 9, 9}};
    static const float scores[4] = {1, 1, -1, 0};
    float itself, flat, score;

    naive_correlate_1d(p, 3, p, 3, &itself);
    naive_correlate_1d(windows[3], 3, p, 3, &flat);
    ck_assert(itself == 14 && flat == 54);
    for (int t = 0; t < 4; t++) {
        ck_assert_int_eq(ref_match_ncc(windows[t], 1, 3, p, 1, 3, &score),
                         REF_OK);
        ck_assert(score == scores[t]);
    }
}
END_TEST

/* ---- promises -------------------------------------------------------------- */

typedef struct shape {
    int h, w, kh, kw;
} shape;

static const shape shapes[] = {
    {1, 1, 1, 1},  {3, 4, 2, 2},  {5, 3, 5, 3},   {7, 9, 2, 3},
    {9, 13, 9, 1}, {17, 5, 3, 5}, {12, 31, 1, 7}, {6, 6, 6, 6},
};
enum { MOST = 12 * 31 };

static void roll_integers(dice *d, float *a, int count)
{
    for (int t = 0; t < count; t++)
        a[t] = (float)dice_int(d, -9, 9);
}

/* Whole numbers are exact in float, so naive and reference agree exactly. */
START_TEST(test_naive_equals_reference)
{
    dice d = {1};
    float x[MOST], k[MOST], y[MOST], want[MOST];

    for (int t = 0; t < COUNT(shapes); t++) {
        shape s = shapes[t];
        int count = (s.h - s.kh + 1) * (s.w - s.kw + 1);

        roll_integers(&d, x, s.h * s.w);
        roll_integers(&d, k, s.kh * s.kw);
        naive_correlate_2d(x, s.h, s.w, k, s.kh, s.kw, y);
        ck_assert_int_eq(
            ref_conv2d(x, 1, 1, s.h, s.w, k, 1, s.kh, s.kw, NULL, NULL, want),
            REF_OK);
        equal("2-D against the reference", y, want, count);
        naive_correlate_1d(x, s.w, k, s.kw, y);
        ck_assert_int_eq(ref_conv1d(x, 1, 1, s.w, k, 1, s.kw, NULL, NULL, want),
                         REF_OK);
        equal("1-D against the reference", y, want, s.w - s.kw + 1);
    }
}
END_TEST

/* A signal is an image of one row. */
static void correlate_rows(const float *x, int h, int w, const float *k, int kh,
                           int kw, float *y)
{
    ck_assert(h == 1 && kh == 1);
    naive_correlate_1d(x, w, k, kw, y);
}

static void within_the_bound(operation *run, shape s, const float *x,
                             const float *k, const float *reference_k)
{
    float y[MOST];
    double exact[MOST], bound[MOST];

    run(x, s.h, s.w, k, s.kh, s.kw, y);
    ck_assert_int_eq(ref_conv2d_bound(x, 1, 1, s.h, s.w, reference_k, 1, s.kh,
                                      s.kw, NULL, NULL, exact, bound),
                     REF_OK);
    for (int e = 0; e < (s.h - s.kh + 1) * (s.w - s.kw + 1); e++)
        ck_assert(fabs((double)y[e] - exact[e]) <= bound[e]);
}

/* Fractions: within the error that any honest order of the sum may have. An
 * int for the sum would pass all tests with whole numbers. */
START_TEST(test_naive_within_the_bound)
{
    dice d = {2};
    float x[MOST], k[MOST], turned[MOST];

    for (int e = 0; e < MOST; e++)
        x[e] = dice_float(&d);
    for (int t = 0; t < COUNT(shapes); t++) {
        shape s = shapes[t];
        shape line = {1, s.w, 1, s.kw};
        int taps = s.kh * s.kw;

        for (int e = 0; e < taps; e++)
            k[e] = turned[taps - 1 - e] = dice_float(&d);
        within_the_bound(naive_correlate_2d, s, x, k, k);
        within_the_bound(naive_convolve_2d, s, x, k, turned);
        within_the_bound(correlate_rows, line, x, k, k);
    }
}
END_TEST

/* To convolve is to correlate with the kernel turned round: in memory, that
 * is the kernel read backwards. */
START_TEST(test_convolve_is_correlate_turned)
{
    dice d = {3};
    float x[MOST], k[MOST], turned[MOST], y[MOST], want[MOST];

    for (int t = 0; t < COUNT(shapes); t++) {
        shape s = shapes[t];
        int taps = s.kh * s.kw;

        roll_integers(&d, x, s.h * s.w);
        roll_integers(&d, k, taps);
        for (int e = 0; e < taps; e++)
            turned[e] = k[taps - 1 - e];
        naive_convolve_2d(x, s.h, s.w, k, s.kh, s.kw, y);
        naive_correlate_2d(x, s.h, s.w, turned, s.kh, s.kw, want);
        equal("convolution", y, want, (s.h - s.kh + 1) * (s.w - s.kw + 1));
    }
}
END_TEST

START_TEST(test_correlate_is_linear)
{
    dice d = {4};
    float a[63], b[63], mix[63], k[6], ya[42], yb[42], y[42];

    roll_integers(&d, a, 63);
    roll_integers(&d, b, 63);
    roll_integers(&d, k, 6);
    for (int t = 0; t < 63; t++)
        mix[t] = 10 * a[t] - 3 * b[t];
    naive_correlate_2d(a, 7, 9, k, 2, 3, ya);
    naive_correlate_2d(b, 7, 9, k, 2, 3, yb);
    naive_correlate_2d(mix, 7, 9, k, 2, 3, y);
    for (int t = 0; t < 42; t++)
        ck_assert(y[t] == 10 * ya[t] - 3 * yb[t]);
}
END_TEST

/* The input moves by (1, 2), and so does every output that both have. */
START_TEST(test_correlate_is_equivariant)
{
    dice d = {5};
    float x[63], moved[63], k[6], y[42], ym[42];

    roll_integers(&d, x, 63);
    roll_integers(&d, k, 6);
    for (int i = 0; i < 7; i++)
        for (int j = 0; j < 9; j++)
            moved[i * 9 + j] = i >= 1 && j >= 2 ? x[(i - 1) * 9 + j - 2] : 0;
    naive_correlate_2d(x, 7, 9, k, 2, 3, y);
    naive_correlate_2d(moved, 7, 9, k, 2, 3, ym);
    for (int i = 1; i < 6; i++)
        for (int j = 2; j < 7; j++)
            ck_assert(ym[i * 7 + j] == y[(i - 1) * 7 + j - 2]);
}
END_TEST

/* One element too far, one missing, a write into an input: each stops the
 * program or leaves a NaN. */
static void visit(operation *run, shape s, guard_side side)
{
    dice d = {6};
    float numbers[MOST];
    size_t x_bytes = (size_t)(s.h * s.w) * sizeof(float);
    size_t k_bytes = (size_t)(s.kh * s.kw) * sizeof(float);
    int count = (s.h - s.kh + 1) * (s.w - s.kw + 1);
    size_t y_bytes = (size_t)count * sizeof(float);
    float *x, *k, *y;

    roll_integers(&d, numbers, MOST);
    x = guarded_copy(numbers, x_bytes, side);
    k = guarded_copy(numbers, k_bytes, side);
    y = guarded_new(y_bytes, side);
    run(x, s.h, s.w, k, s.kh, s.kw, y);
    for (int t = 0; t < count; t++)
        ck_assert(!isnan(y[t]));
    guarded_free(x, x_bytes);
    guarded_free(k, k_bytes);
    guarded_free(y, y_bytes);
}

START_TEST(test_manners)
{
    for (int t = 0; t < COUNT(shapes); t++)
        for (int side = GUARD_AFTER; side <= GUARD_BEFORE; side++) {
            shape line = {1, shapes[t].w, 1, shapes[t].kw};

            visit(naive_correlate_2d, shapes[t], (guard_side)side);
            visit(naive_convolve_2d, shapes[t], (guard_side)side);
            visit(correlate_rows, line, (guard_side)side);
        }
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_examples);
    suite_test(test_correlate_1d_example);
    suite_test(test_gaussian_by_hand);
    suite_test(test_scores_by_hand);
    suite_case("properties");
    suite_test(test_naive_equals_reference);
    suite_test(test_naive_within_the_bound);
    suite_test(test_convolve_is_correlate_turned);
    suite_test(test_correlate_is_linear);
    suite_test(test_correlate_is_equivariant);
    suite_case("manners");
    suite_test(test_manners);
}

int main(void)
{
    return suite_main("chapter 1", fill);
}
