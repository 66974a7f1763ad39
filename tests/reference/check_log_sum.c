/* Tests of reference/log_sum.c. */
#include <math.h>

#include "reference/log_sum.h"
#include "tests/support/random.h"
#include "tests/support/suite.h"

/* Four ones among scores that are not in the line. */
START_TEST(test_log_sum_by_hand)
{
    const float x[] = {1, 90, 1, 90, 1, 90, 1, 90};
    ref_log_sum sum = ref_log_sum_of(x, 4, 2);

    ck_assert_double_eq(sum.largest, 1);
    ck_assert_double_eq(sum.rest, 3);
    ck_assert_double_eq(ref_softmax_of(1, &sum), 0.25);
    /* -log(4) */
    ck_assert_double_eq_tol(ref_log_softmax_of(1, &sum), -1.3862943611198906,
                            1e-15);
    /* the largest is found where the line is */
    sum = ref_log_sum_of((float[]){0, -9, 800, 9}, 2, 2);
    ck_assert_double_eq(sum.largest, 800);
    ck_assert_double_eq(sum.rest, 0);
}
END_TEST

START_TEST(test_log_sum_of_one)
{
    const ref_log_sum sum = ref_log_sum_of((float[]){-3e38f}, 1, 7);

    ck_assert_double_eq(ref_softmax_of((double)-3e38f, &sum), 1);
    ck_assert_double_eq(ref_log_softmax_of((double)-3e38f, &sum), 0);
}
END_TEST

/* Would pass unseen: log(1 + rest), of which nothing is left. exp(-50). */
START_TEST(test_log_sum_keeps_a_tiny_rest)
{
    const ref_log_sum sum = ref_log_sum_of((float[]){0, -50}, 2, 1);

    ck_assert_double_eq_tol(ref_log_softmax_of(0, &sum),
                            -1.9287498479639178e-22, 1e-36);
    ck_assert_double_eq_tol(ref_log_softmax_of(-50, &sum), -50, 1e-14);
}
END_TEST

/* The definition, in long double, of scores that do not overflow there. */
START_TEST(test_log_sum_is_its_definition)
{
    enum { MOST = 40 };
    dice d = {31};

    for (int round = 0; round < 300; round++) {
        float x[MOST];
        int count = dice_int(&d, 1, MOST);
        float scale = (float)dice_int(&d, 1, 80);
        long double total = 0;
        ref_log_sum sum;

        for (int k = 0; k < count; k++) {
            x[k] = scale * dice_float(&d);
            total += expl((long double)x[k]);
        }
        sum = ref_log_sum_of(x, count, 1);
        for (int k = 0; k < count; k++) {
            long double p = expl((long double)x[k]) / total;
            double rounding = 0x1p-40 + count * 0x1p-53;

            ck_assert_double_eq_tol(ref_softmax_of((double)x[k], &sum),
                                    (double)p, (double)p * rounding);
            /* here log(p) itself is off by what p is off by */
            ck_assert_double_eq_tol(ref_log_softmax_of((double)x[k], &sum),
                                    (double)logl(p),
                                    rounding * fabs((double)logl(p)) + 0x1p-50);
        }
    }
}
END_TEST

START_TEST(test_log_sum_of_specials)
{
    static const float lines[][3] = {{NAN, 1, 2},
                                     {1, NAN, 2},
                                     {1, 2, NAN},
                                     {INFINITY, 1, 2},
                                     {1, 2, INFINITY},
                                     {INFINITY, 1, INFINITY},
                                     {-INFINITY, 1, NAN},
                                     {-INFINITY, -INFINITY, -INFINITY},
                                     {INFINITY, -INFINITY, 1}};
    ref_log_sum sum;

    for (int i = 0; i < 9; i++) {
        sum = ref_log_sum_of(lines[i], 3, 1);
        for (int k = 0; k < 3; k++) {
            ck_assert_double_nan(ref_softmax_of((double)lines[i][k], &sum));
            ck_assert_double_nan(ref_log_softmax_of((double)lines[i][k], &sum));
        }
    }
    sum = ref_log_sum_of((float[]){-INFINITY, 5, 5}, 3, 1);
    ck_assert_double_eq(ref_softmax_of(5, &sum), 0.5);
    ck_assert_double_eq(ref_softmax_of(-INFINITY, &sum), 0);
    ck_assert_double_eq(ref_log_softmax_of(-INFINITY, &sum), -INFINITY);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_log_sum_by_hand);
    suite_test(test_log_sum_is_its_definition);
    suite_test(test_log_sum_keeps_a_tiny_rest);
    suite_case("edges");
    suite_test(test_log_sum_of_one);
    suite_test(test_log_sum_of_specials);
}

int main(void)
{
    return suite_main("log_sum", fill);
}
