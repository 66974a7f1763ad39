/* Tests of reference/bound.c: no honest order of summation is outside, no
 * small mistake is inside. */
#include <float.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>
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

/* The sum of the products, made with one mistake: term number at is left out,
 * taken twice, or made with the next weight. */
typedef enum mistake { LEFT_OUT, TWICE, NEXT_WEIGHT, MISTAKES } mistake;

static float mistaken(const float *x, const float *k, int m, int at,
                      mistake kind)
{
    float sum = 0;

    for (int i = 0; i < m; i++) {
        int weight = i == at && kind == NEXT_WEIGHT ? (i + 1) % m : i;

        if (i == at && kind == LEFT_OUT)
            continue;
        sum += x[i] * k[weight];
        if (i == at && kind == TWICE)
            sum += x[i] * k[i];
    }
    return sum;
}

/* Small numbers: the bound is below half a unit, so that a result which is
 * off by one in any element is outside; and so is every sum that has one
 * small mistake in it. Weights are distinct, so that the next is another. */
START_TEST(test_bound_lets_no_unit_slip)
{
    dice d = {7};

    for (int round = 0; round < 200; round++) {
        enum { M = 50 };
        int m = dice_int(&d, 2, M);
        float x[M], k[M];
        double exact, bound;

        for (int i = 0; i < m; i++) {
            x[i] = (float)dice_int(&d, 1, 99);
            k[i] = (float)(dice_int(&d, 0, 1) ? i + 1 : -i - 1);
        }
        bound_of(x, k, m, &exact, &bound);
        ck_assert_double_gt(bound, 0.0);
        ck_assert_double_lt(bound, 0.5);
        for (int at = 0; at < m; at++)
            for (int kind = 0; kind < MISTAKES; kind++)
                ck_assert_double_gt(
                    fabs((double)mistaken(x, k, m, at, (mistake)kind) - exact),
                    bound);
    }
}
END_TEST

/* The same for real numbers of about one size. */
START_TEST(test_bound_lets_no_term_slip)
{
    dice d = {9};

    for (int round = 0; round < 200; round++) {
        enum { M = 200 };
        int m = dice_int(&d, 1, M);
        float x[M], k[M];
        double exact, bound;

        for (int i = 0; i < m; i++) {
            x[i] = 1.5f + dice_float(&d);
            k[i] = -1.5f + dice_float(&d);
        }
        bound_of(x, k, m, &exact, &bound);
        for (int at = 0; at < m; at++)
            for (int kind = LEFT_OUT; kind <= TWICE; kind++)
                ck_assert_double_gt(
                    fabs((double)mistaken(x, k, m, at, (mistake)kind) - exact),
                    bound);
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

static ref_status bound_of_any(const slow_conv *t, int rank, double *exact,
                               double *bound)
{
    const slow_axis *d = &t->axis[0], *h = &t->axis[1], *w = &t->axis[2];
    const ref_conv1d_params p1 = slow_conv_params1d(t);
    const ref_conv2d_params p2 = slow_conv_params2d(t);
    const ref_conv3d_params p3 = slow_conv_params3d(t);

    if (rank == 1)
        return ref_conv1d_bound(t->x, t->n, t->c_in, w->n, t->weight, t->c_out,
                                w->k, t->bias, &p1, exact, bound);
    if (rank == 2)
        return ref_conv2d_bound(t->x, t->n, t->c_in, h->n, w->n, t->weight,
                                t->c_out, h->k, w->k, t->bias, &p2, exact,
                                bound);
    return ref_conv3d_bound(t->x, t->n, t->c_in, d->n, h->n, w->n, t->weight,
                            t->c_out, d->k, h->k, w->k, t->bias, &p3, exact,
                            bound);
}

static float *reals(dice *d, int count)
{
    float *values = malloc((size_t)count * sizeof *values);

    ck_assert_ptr_nonnull(values);
    for (int i = 0; i < count; i++)
        values[i] = dice_float(d);
    return values;
}

static double *room(int count)
{
    double *values = malloc((size_t)count * sizeof *values);

    ck_assert_ptr_nonnull(values);
    memset(values, 0xff, (size_t)count * sizeof *values);
    return values;
}

/* Would pass unseen: an option that the bound reads otherwise than the
 * operator. Both are compared with loops of the test's own; m/(2^24 - m) is
 * gamma_m, and what comes on top of it is 2^-27 of it and
 * m of the least floats. */
static void compare(dice *d, int rank)
{
    slow_conv t = slow_conv_roll(d, rank);
    slow_counts c = slow_conv_counts(&t);
    float *x = reals(d, c.x), *k = reals(d, c.weight), *b = reals(d, c.bias);
    double *exact = room(c.y), *bound = room(c.y), *sum = room(c.y),
           *size = room(c.y), m;

    t.x = x;
    t.weight = k;
    t.bias = dice_int(d, 0, 1) ? b : NULL;
    m = c.weight / t.c_out + (t.bias ? 1 : 0);
    ck_assert_int_eq(bound_of_any(&t, rank, exact, bound), REF_OK);
    slow_conv_all(&t, sum, size);
    for (int i = 0; i < c.y; i++) {
        ck_assert_double_eq_tol(exact[i], sum[i], 1e-13);
        ck_assert_double_ge(bound[i], m / (16777216.0 - m) * size[i]);
        ck_assert_double_le(bound[i],
                            m / (16777216.0 - m) * size[i] * (1 + 1e-8) +
                                m * 0x1p-149);
    }
    free(x);
    free(k);
    free(b);
    free(exact);
    free(bound);
    free(sum);
    free(size);
}

START_TEST(test_bound_every_option)
{
    dice d = {8};

    for (int round = 0; round < 100; round++)
        compare(&d, _i + 1);
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
    suite_loop(test_bound_every_option, 3);
    suite_case("properties");
    suite_test(test_bound_holds_for_honest_orders);
    suite_test(test_bound_is_reached);
    suite_test(test_bound_lets_no_unit_slip);
    suite_test(test_bound_lets_no_term_slip);
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
