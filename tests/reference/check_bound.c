/* Tests of reference/bound.c: no honest order of summation is outside, no
 * small mistake is inside. */
#include <float.h>
#include <limits.h>
#include <math.h>
#include <string.h>

#include "reference/bound.h"
#include "tests/support/random.h"
#include "tests/support/slow_conv.h"
#include "tests/support/suite.h"

enum { MOST_TERMS = 4000 };

START_TEST(test_gamma_by_hand)
{
    ck_assert_double_eq(ref_gamma(0), 0.0);
    ck_assert_double_eq(ref_gamma(-5), 0.0);
    /* u/(1-u) = 1/(2^24 - 1), and n/(2^24 - n) */
    ck_assert_double_eq_tol(ref_gamma(1), 1.0 / 16777215.0, 1e-22);
    ck_assert_double_eq_tol(ref_gamma(1000), 1000.0 / 16776216.0, 1e-19);
    ck_assert_double_eq_tol(ref_gamma(8388608), 1.0, 1e-15);
    ck_assert(isinf(ref_gamma(16777216)));
    ck_assert(isinf(ref_gamma(INT_MAX)));
}
END_TEST

/* The dot product of two rows, and its bound. */
static void bound_of(const float *x, const float *k, int m, double *exact,
                     double *bound)
{
    ck_assert_int_eq(
        ref_conv1d_bound(x, 1, 1, m, k, 1, m, NULL, NULL, exact, bound),
        REF_OK);
}

/* 370 = 1*10 + 2*20 + 4*30 + 5*40, four terms: 4/(2^24-4) of it, and the two
 * small additions that the header states. */
START_TEST(test_bound_by_hand)
{
    const float x[] = {1, 2, 3, 4, 5, 6, 7, 8, 9}, k[] = {10, 20, 30, 40};
    const float bias[] = {-1000};
    double exact[4], bound[4];

    ck_assert_int_eq(
        ref_conv2d_bound(x, 1, 1, 3, 3, k, 1, 2, 2, NULL, NULL, exact, bound),
        REF_OK);
    ck_assert_double_eq(exact[0], 370);
    ck_assert_double_eq(exact[3], 770);
    ck_assert_double_eq_tol(bound[0],
                            370 * (4.0 / 16777212.0 + 4 * 4 * 0x1p-53), 1e-15);
    ck_assert_double_ge(bound[0], 370 * 4.0 / 16777212.0);
    ck_assert_int_eq(
        ref_conv2d_bound(x, 1, 1, 3, 3, k, 1, 2, 2, bias, NULL, exact, bound),
        REF_OK);
    ck_assert_double_eq(exact[0], -630);
    ck_assert_double_eq_tol(bound[0], 1370 * 5.0 / 16777211.0, 1e-11);
}
END_TEST

/* The same sum in different orders, in float32. */
static float forward(const float *x, const float *k, int m)
{
    float sum = 0;

    for (int i = 0; i < m; i++)
        sum += x[i] * k[i];
    return sum;
}

static float backward(const float *x, const float *k, int m)
{
    float sum = 0;

    for (int i = m - 1; i >= 0; i--)
        sum += x[i] * k[i];
    return sum;
}

static float fused(const float *x, const float *k, int m)
{
    float sum = 0;

    for (int i = 0; i < m; i++)
        sum = fmaf(x[i], k[i], sum);
    return sum;
}

static float pairwise(const float *x, const float *k, int m)
{
    if (m == 1)
        return x[0] * k[0];
    return pairwise(x, k, m / 2) + pairwise(x + m / 2, k + m / 2, m - m / 2);
}

/* Eight sums side by side, as a vector machine has them. */
static float in_lanes(const float *x, const float *k, int m)
{
    float lane[8] = {0}, sum = 0;

    for (int i = 0; i < m; i++)
        lane[i % 8] += x[i] * k[i];
    for (int i = 0; i < 8; i++)
        sum += lane[i];
    return sum;
}

static float shuffled(const float *x, const float *k, int m)
{
    static int order[MOST_TERMS];
    dice d = {(uint64_t)m};
    float sum = 0;

    for (int i = 0; i < m; i++)
        order[i] = i;
    for (int i = m - 1; i > 0; i--) {
        int other = dice_int(&d, 0, i), kept = order[i];

        order[i] = order[other];
        order[other] = kept;
    }
    for (int i = 0; i < m; i++)
        sum += x[order[i]] * k[order[i]];
    return sum;
}

/* Numbers from 2^-20 to 2^20, so that terms differ by 2^80. */
static float any_size(dice *d)
{
    return ldexpf(dice_float(d), dice_int(d, -20, 20));
}

START_TEST(test_bound_holds_for_honest_orders)
{
    static float (*const orders[])(const float *, const float *, int) = {
        forward, backward, fused, pairwise, in_lanes, shuffled};
    static float x[MOST_TERMS], k[MOST_TERMS];
    dice d = {6};

    for (int round = 0; round < 400; round++) {
        int m = round < 40 ? round + 1 : dice_int(&d, 1, MOST_TERMS);
        double exact, bound;

        for (int i = 0; i < m; i++) {
            x[i] = round % 2 ? dice_float(&d) : any_size(&d);
            k[i] = round % 3 ? dice_float(&d) : any_size(&d);
        }
        bound_of(x, k, m, &exact, &bound);
        for (size_t o = 0; o < sizeof orders / sizeof orders[0]; o++)
            ck_assert_double_le(fabs((double)orders[o](x, k, m) - exact),
                                bound);
    }
}
END_TEST

/* A sum that reaches the bound up to a small factor: 1 + m times u, where
 * float32 rounds every addition down to 1. A bound ten times smaller would
 * call this honest sum wrong; the real one is less than 1.1 of the error. */
START_TEST(test_bound_is_reached)
{
    enum { M = 1000 };
    static float x[M], k[M];
    double exact, bound, error;

    for (int i = 0; i < M; i++) {
        x[i] = i == 0 ? 1.0f : 0x1p-24f;
        k[i] = 1.0f;
    }
    bound_of(x, k, M, &exact, &bound);
    error = fabs((double)forward(x, k, M) - exact);
    ck_assert_double_eq_tol(error, 999 * 0x1p-24, 1e-15);
    ck_assert_double_le(error, bound);
    ck_assert_double_le(bound, 1.1 * error);
}
END_TEST

/* Small numbers: a result that is off by one unit, in any element, is outside,
 * and so is one that leaves out the smallest product. */
START_TEST(test_bound_lets_no_unit_slip)
{
    dice d = {7};

    for (int round = 0; round < 200; round++) {
        enum { W = 12, KW = 5 };
        float x[2 * W], k[2 * KW];
        double exact[W - KW + 1], bound[W - KW + 1];

        for (int i = 0; i < 2 * W; i++)
            x[i] = (float)dice_int(&d, 1, 99);
        for (int i = 0; i < 2 * KW; i++)
            k[i] = (float)dice_int(&d, 1, 99);
        ck_assert_int_eq(
            ref_conv1d_bound(x, 1, 2, W, k, 1, KW, NULL, NULL, exact, bound),
            REF_OK);
        for (int j = 0; j <= W - KW; j++) {
            ck_assert_double_gt(bound[j], 0.0);
            ck_assert_double_lt(bound[j], 0.5);
        }
    }
}
END_TEST

/* Products below 2^-149 vanish in float32; the bound has a term for them. */
START_TEST(test_bound_covers_underflow)
{
    const float tiny[] = {0x1p-75f, 0x1p-75f, 0x1p-75f};
    double exact, bound;

    bound_of(tiny, tiny, 3, &exact, &bound);
    ck_assert_double_eq(exact, 3 * 0x1p-150);
    ck_assert_float_eq(forward(tiny, tiny, 3), 0.0f);
    ck_assert_double_le(exact, bound);
    ck_assert_double_le(bound, 4 * 0x1p-149);
}
END_TEST

/* Where some order overflows, nothing can be demanded; where none can, the
 * bound is finite. */
START_TEST(test_bound_where_float32_overflows)
{
    const float big[] = {FLT_MAX, FLT_MAX, -FLT_MAX}, one[] = {1, 1, 1};
    const float half[] = {FLT_MAX / 4, FLT_MAX / 4, FLT_MAX / 4};
    double exact, bound;

    bound_of(big, one, 3, &exact, &bound);
    ck_assert_double_eq(exact, (double)FLT_MAX);
    ck_assert(isinf(bound));
    bound_of(half, one, 3, &exact, &bound);
    ck_assert(isfinite(bound));
}
END_TEST

START_TEST(test_bound_of_nan_and_infinity)
{
    const float x[] = {1, NAN}, z[] = {1, INFINITY}, one[] = {1, 1};
    double exact, bound;

    bound_of(x, one, 2, &exact, &bound);
    ck_assert(isnan(exact) && isnan(bound));
    bound_of(z, one, 2, &exact, &bound);
    ck_assert(isinf(exact) && isinf(bound));
}
END_TEST

/* Would pass unseen: an option that the bound reads otherwise than the
 * operator. exact is compared with loops of the test's own. */
START_TEST(test_bound_every_option)
{
    enum { N = 2, C_IN = 4, H = 5, W = 7, C_OUT = 2, KH = 2, KW = 3 };
    float x[N * C_IN * H * W], k[C_OUT * 2 * KH * KW], bias[C_OUT];
    double exact[2000], bound[2000];
    dice d = {8};

    for (int i = 0; i < N * C_IN * H * W; i++)
        x[i] = dice_float(&d);
    for (int i = 0; i < C_OUT * 2 * KH * KW; i++)
        k[i] = dice_float(&d);
    bias[0] = dice_float(&d);
    bias[1] = dice_float(&d);
    for (int mode = 0; mode < REF_PAD_MODE_COUNT; mode++) {
        const slow_conv t = {
            N,     C_IN, H,   W,
            C_OUT, KH,   KW,  {2, 1, 1, 3, 4, 2, (ref_pad_mode)mode, 3, 2, 2},
            x,     k,    bias};
        int oh = slow_output_size(H, KH, 2, 1, 3, 3);
        int ow = slow_output_size(W, KW, 1, 4, 2, 2), at = 0;

        ck_assert_int_eq(ref_conv2d_bound(x, N, C_IN, H, W, k, C_OUT, KH, KW,
                                          bias, &t.p, exact, bound),
                         REF_OK);
        for (int b = 0; b < N; b++)
            for (int o = 0; o < C_OUT; o++)
                for (int i = 0; i < oh; i++)
                    for (int j = 0; j < ow; j++, at++) {
                        double size, sum = slow_conv_at(&t, b, o, i, j, &size);

                        ck_assert_double_eq_tol(exact[at], sum, 1e-13);
                        ck_assert_double_eq_tol(
                            bound[at], 13.0 / 16777203.0 * size, 1e-13);
                    }
    }
}
END_TEST

START_TEST(test_bound_refuses)
{
    float x[9] = {0}, k[4] = {0};
    double out[12];
    ref_conv2d_params p = REF_CONV2D_DEFAULTS;

    out[0] = 77;
    out[4] = 77;
#define TRY(x, h, p, exact, bound)                                             \
    ref_conv2d_bound(x, 1, 1, h, 3, k, 1, 2, 2, NULL, p, exact, bound)
    ck_assert_int_eq(TRY(NULL, 3, NULL, out, out + 4), REF_ENULL);
    ck_assert_int_eq(TRY(x, 3, NULL, NULL, out + 4), REF_ENULL);
    ck_assert_int_eq(TRY(x, 3, NULL, out, NULL), REF_ENULL);
    ck_assert_ptr_nonnull(strstr(ref_status_message(), "'bound'"));
    ck_assert_int_eq(TRY(x, 1, NULL, out, out + 4), REF_ESIZE);
    p.dh = 0;
    ck_assert_int_eq(TRY(x, 3, &p, out, out + 4), REF_EPARAM);
    ck_assert_int_eq(TRY(x, 3, NULL, out, out + 3), REF_EOVERLAP);
    ck_assert_int_eq(TRY(x, 3, NULL, out + 3, out), REF_EOVERLAP);
    ck_assert_int_eq(TRY((float *)(void *)(out + 1), 3, NULL, out, out + 4),
                     REF_EOVERLAP);
    ck_assert_int_eq(TRY((float *)(void *)(out + 5), 3, NULL, out, out + 4),
                     REF_EOVERLAP);
    ck_assert_int_eq(ref_conv2d_bound(x, INT_MAX, 1, INT_MAX, 3, k, 1, 2, 2,
                                      NULL, NULL, out, out + 4),
                     REF_EOVERFLOW);
    ck_assert_double_eq(out[0], 77);
    ck_assert_double_eq(out[4], 77);
    ck_assert_int_eq(TRY(x, 3, NULL, out, out + 4), REF_OK);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_gamma_by_hand);
    suite_test(test_bound_by_hand);
    suite_test(test_bound_every_option);
    suite_case("properties");
    suite_test(test_bound_holds_for_honest_orders);
    suite_test(test_bound_is_reached);
    suite_test(test_bound_lets_no_unit_slip);
    suite_case("edges");
    suite_test(test_bound_covers_underflow);
    suite_test(test_bound_where_float32_overflows);
    suite_test(test_bound_of_nan_and_infinity);
    suite_case("manners");
    suite_test(test_bound_refuses);
}

int main(void)
{
    return suite_main("bound", fill);
}
