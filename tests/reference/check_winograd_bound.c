/* Tests of reference/winograd_bound.c: the bound by hand, what it stands on,
 * and how much of it is used. That it holds is tested on all kinds of numbers
 * in check_conv_winograd.c. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "reference/bound.h"
#include "reference/winograd_bound.h"
#include "tests/support/random.h"
#include "tests/support/suite.h"

enum { PATCH = 4, SEEN = PATCH + 2 };

static ref_conv2d_params options(ref_conv_algorithm which)
{
    ref_conv2d_params p = REF_CONV2D_DEFAULTS;

    p.algorithm = which;
    return p;
}

/* Ones everywhere: |B^T| |d| |B| is s s^T, |U| is t t^T with the sums s and t of
 * the rows of |B^T| and G, and the bound's sum is r r^T, r = |A^T| (t .* s). */
static void judge_ones(ref_conv_algorithm which, int side, const double *r,
                       int roundings, float bias)
{
    const ref_conv2d_params p = options(which);
    float x[SEEN * SEEN], weight[9];
    double exact[PATCH * PATCH], bound[PATCH * PATCH];
    double gamma = ref_gamma(roundings + (bias != 0.0f));

    for (int i = 0; i < SEEN * SEEN; i++)
        x[i] = 1.0f;
    for (int i = 0; i < 9; i++)
        weight[i] = 1.0f;
    ck_assert_int_eq(ref_winograd_bound(x, 1, 1, side + 2, side + 2, weight, 1,
                                        3, 3, bias != 0.0f ? &bias : NULL, &p,
                                        exact, bound),
                     REF_OK);
    for (int i = 0; i < side; i++)
        for (int j = 0; j < side; j++) {
            double size = r[i] * r[j] + fabs((double)bias);

            ck_assert_double_eq(exact[i * side + j], 9.0 + (double)bias);
            ck_assert_double_eq_tol(bound[i * side + j] / (gamma * size), 1.0,
                                    1e-5);
        }
}

/* s = 2 2 2 2, t = 1 3/2 1/2 1. */
START_TEST(test_winograd_bound_by_hand_2)
{
    const double r[] = {6, 6};

    judge_ones(REF_CONV_WINOGRAD_2, 2, r, 1 + 7, 0.0f);
    judge_ones(REF_CONV_WINOGRAD_2, 2, r, 1 + 7, -5.0f);
}
END_TEST

/* Points a = 5/8 and b = 3/2; each term is one of s .* t. */
START_TEST(test_winograd_bound_by_hand_4)
{
    const double a = 0.625, b = 1.5, aa = a * a, bb = b * b, d = bb - aa;
    const double ends = aa * bb + aa + bb + 1;
    const double at_a = (a * bb + bb + a + 1) / (2 * aa * d);
    const double at_b = (aa * b + aa + b + 1) / (2 * bb * d);
    const double term[] = {ends / (aa * bb),    at_a * (1 + a + aa),
                           at_a * (1 - a + aa), at_b * (1 + b + bb),
                           at_b * (1 - b + bb), ends};
    const double pair_a = term[1] + term[2], pair_b = term[3] + term[4];
    const double r[] = {term[0] + pair_a + pair_b, a * pair_a + b * pair_b,
                        aa * pair_a + bb * pair_b,
                        a * aa * pair_a + b * bb * pair_b + term[5]};

    judge_ones(REF_CONV_WINOGRAD_4, 4, r, 1 + 17, 0.0f);
    judge_ones(REF_CONV_WINOGRAD_4, 4, r, 1 + 17, 1000.0f);
}
END_TEST

enum { C = 64, O = 4, SIDE = 30, OUT = SIDE - 2, ALL = O * OUT * OUT };

typedef struct trial {
    float x[C * SIDE * SIDE], weight[O * C * 9], y[ALL];
    double exact[ALL], bound[ALL], direct[ALL];
} trial;

static trial *run(ref_conv_algorithm which)
{
    const ref_conv2d_params p = options(which);
    trial *t = malloc(sizeof *t);
    dice d = {9};

    ck_assert_ptr_nonnull(t);
    for (int i = 0; i < C * SIDE * SIDE; i++)
        t->x[i] = dice_float(&d);
    for (int i = 0; i < O * C * 9; i++)
        t->weight[i] = dice_float(&d);
    ck_assert_int_eq(
        ref_conv2d(t->x, 1, C, SIDE, SIDE, t->weight, O, 3, 3, NULL, &p, t->y),
        REF_OK);
    ck_assert_int_eq(ref_conv2d_bound(t->x, 1, C, SIDE, SIDE, t->weight, O, 3,
                                      3, NULL, &p, t->exact, t->direct),
                     REF_OK);
    ck_assert_int_eq(ref_winograd_bound(t->x, 1, C, SIDE, SIDE, t->weight, O, 3,
                                        3, NULL, &p, t->exact, t->bound),
                     REF_OK);
    return t;
}

/* A bound that says nothing, or an error that grew fivefold, would be seen
 * here. */
static void judge_use(ref_conv_algorithm which, double least, double most,
                      double widest)
{
    trial *t = run(which);
    double used = 0.0, wider = 0.0;

    for (int i = 0; i < ALL; i++) {
        double error = fabs((double)t->y[i] - t->exact[i]) / t->bound[i];

        used = error > used ? error : used;
        wider = fmax(wider, t->bound[i] / t->direct[i]);
    }
    free(t);
    if (!(used > least && used < most && wider < widest))
        ck_abort_msg("%g of the bound is used, it is %g times the direct one",
                     used, wider);
}

START_TEST(test_winograd_bound_is_not_vacuous)
{
    judge_use(REF_CONV_WINOGRAD_2, 0.001, 0.02, 1);
    judge_use(REF_CONV_WINOGRAD_4, 0.0005, 0.01, 8);
}
END_TEST

/* Where something may overflow, or is not a number, the bound says so, for the
 * whole patch and for no other. */
START_TEST(test_winograd_bound_of_what_may_be_anything)
{
    static const float values[] = {NAN, INFINITY, -INFINITY, 3e38f};
    const ref_conv2d_params p = options(REF_CONV_WINOGRAD_4);
    float x[10 * 6], weight[9] = {1, 1, 1, 1, 1, 1, 1, 1, 1};
    double exact[8 * 4], bound[8 * 4];

    for (int v = 0; v < 4; v++) {
        for (int i = 0; i < 10 * 6; i++)
            x[i] = 1.0f;
        x[0] = values[v];
        ck_assert_int_eq(ref_winograd_bound(x, 1, 1, 6, 10, weight, 1, 3, 3,
                                            NULL, &p, exact, bound),
                         REF_OK);
        for (int i = 0; i < 4; i++)
            for (int j = 0; j < 8; j++)
                ck_assert(j < 4 ? isinf(bound[i * 8 + j])
                                : bound[i * 8 + j] < 1e-3);
    }
}
END_TEST

START_TEST(test_winograd_bound_refuses)
{
    ref_conv2d_params p = REF_CONV2D_DEFAULTS;
    const float x[9] = {0}, weight[9] = {0};
    double exact = 7, bound = 7;

    ck_assert_int_eq(ref_winograd_bound(x, 1, 1, 3, 3, weight, 1, 3, 3, NULL,
                                        NULL, &exact, &bound),
                     REF_EPARAM);
    ck_assert_ptr_nonnull(strstr(ref_status_message(), "Winograd"));
    p.algorithm = REF_CONV_FASTEST;
    ck_assert_int_eq(ref_winograd_bound(x, 1, 1, 3, 3, weight, 1, 3, 3, NULL,
                                        &p, &exact, &bound),
                     REF_EPARAM);
    p.algorithm = REF_CONV_WINOGRAD_4;
    ck_assert_int_eq(ref_winograd_bound(x, 1, 1, 3, 3, weight, 1, 1, 3, NULL,
                                        &p, &exact, &bound),
                     REF_EPARAM);
    ck_assert_int_eq(ref_winograd_bound(NULL, 1, 1, 3, 3, weight, 1, 3, 3, NULL,
                                        &p, &exact, &bound),
                     REF_ENULL);
    ck_assert(exact == 7 && bound == 7);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_winograd_bound_by_hand_2);
    suite_test(test_winograd_bound_by_hand_4);
    suite_case("properties");
    suite_test(test_winograd_bound_is_not_vacuous);
    suite_case("edges");
    suite_test(test_winograd_bound_of_what_may_be_anything);
    suite_case("manners");
    suite_test(test_winograd_bound_refuses);
}

int main(void)
{
    return suite_main("winograd_bound", fill);
}
