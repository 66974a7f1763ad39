/* Tests of reference/batch_norm.c. */
#include <limits.h>
#include <math.h>
#include <string.h>

#include "reference/batch_norm.h"
#include "tests/support/guarded.h"
#include "tests/support/random.h"
#include "tests/support/suite.h"

enum { MOST_CHANNELS = 5, MOST = 4 * MOST_CHANNELS * 5 * 5 };

/* Two images, two channels of 1 x 2. The roots are 2 and 3. */
START_TEST(test_batch_norm_by_hand)
{
    const float x[] = {1, 3, 7, -2, 5, -1, 1, 4};
    const float mean[] = {1, -2}, var[] = {3, 8};
    const float weight[] = {10, 6}, bias[] = {100, -7};
    const float plain[] = {0, 1, 3, 0, 2, -1, 1, 2};
    const float weighed[] = {0, 10, 18, 0, 20, -10, 6, 12};
    const float all[] = {100, 110, 11, -7, 120, 90, -1, 5};
    float y[8];

    ck_assert_int_eq(ref_batch_norm(x, 2, 2, 1, 2, mean, var, NULL, NULL, 1, y),
                     REF_OK);
    for (int i = 0; i < 8; i++)
        ck_assert_float_eq_tol(y[i], plain[i], 0x1p-22f);
    ck_assert_int_eq(
        ref_batch_norm(x, 2, 2, 1, 2, mean, var, weight, NULL, 1, y), REF_OK);
    for (int i = 0; i < 8; i++)
        ck_assert_float_eq_tol(y[i], weighed[i], 0x1p-19f);
    ck_assert_int_eq(
        ref_batch_norm(x, 2, 2, 1, 2, mean, var, weight, bias, 1, y), REF_OK);
    for (int i = 0; i < 8; i++)
        ck_assert_float_eq_tol(y[i], all[i], 0x1p-17f);
}
END_TEST

/* 1 2 6 and 0 4 8: means 3 and 4, squares of deviations 14 and 32. Biased
 * variances 14/3 and 32/3, unbiased ones 7 and 16. */
START_TEST(test_batch_norm_training_by_hand)
{
    const float x[] = {1, 2, 6, 0, 4, 8};
    float running_mean[] = {1, 20}, running_var[] = {3, 0}, y[6];
    const double root = sqrt(14.0 / 3), other = sqrt(32.0 / 3);
    const double expected[] = {-2 / root,  -1 / root, 3 / root,
                               -4 / other, 0,         4 / other};

    ck_assert_int_eq(ref_batch_norm_train(x, 1, 2, 1, 3, NULL, NULL, 0, 0.25f,
                                          running_mean, running_var, y),
                     REF_OK);
    for (int i = 0; i < 6; i++)
        ck_assert_double_eq_tol((double)y[i], expected[i], 0x1p-23);
    ck_assert_float_eq(running_mean[0], 1.5f);
    ck_assert_float_eq(running_mean[1], 16);
    ck_assert_float_eq(running_var[0], 4);
    ck_assert_float_eq(running_var[1], 4);
}
END_TEST

/* One random call. */
typedef struct call {
    int n, c, h, w;
    float x[MOST], mean[MOST_CHANNELS], var[MOST_CHANNELS],
        weight[MOST_CHANNELS], bias[MOST_CHANNELS];
    float eps, momentum;
} call;

static void roll(dice *d, call *t)
{
    float offset = (float)dice_int(d, -1000, 1000);

    t->n = dice_int(d, 1, 4);
    t->c = dice_int(d, 1, MOST_CHANNELS);
    t->h = dice_int(d, 1, 5);
    t->w = dice_int(d, t->n * t->h == 1 ? 2 : 1, 5);
    t->eps = fabsf(dice_float(d)) * 0.01f;
    t->momentum = fabsf(dice_float(d));
    for (int i = 0; i < t->n * t->c * t->h * t->w; i++)
        t->x[i] = offset + 10 * dice_float(d);
    for (int k = 0; k < t->c; k++) {
        t->mean[k] = offset + dice_float(d);
        t->var[k] = 10 * fabsf(dice_float(d)) + 0.01f;
        t->weight[k] = 3 * dice_float(d);
        t->bias[k] = 3 * dice_float(d);
    }
}

/* The channel of element i. */
static int channel_of(const call *t, int i)
{
    return i / (t->h * t->w) % t->c;
}

static int count_of(const call *t)
{
    return t->n * t->c * t->h * t->w;
}

/* The definition of the mean and the biased variance, in long double. */
static void slow_statistics(const call *t, int k, long double *mean,
                            long double *var)
{
    const int m = t->n * t->h * t->w;

    *mean = *var = 0;
    for (int i = 0; i < count_of(t); i++)
        if (channel_of(t, i) == k)
            *mean += (long double)t->x[i] / m;
    for (int i = 0; i < count_of(t); i++)
        if (channel_of(t, i) == k)
            *var += powl((long double)t->x[i] - *mean, 2) / m;
}

static void near(float got, long double exact, long double slack)
{
    long double allowed =
        1.001L * (0x1p-24L * fabsl(exact) + 0x1p-150L) + slack;

    ck_assert_msg(fabsl((long double)got - exact) <= allowed,
                  "%.9g instead of %.12Lg", (double)got, exact);
}

/* y against x, mean and var, as the headers promise with roundings many
 * 2^-53. */
static void is_normalised(const call *t, int k, long double mean,
                          long double var, int learned, int roundings,
                          const float *y)
{
    const long double root = sqrtl(var + (long double)t->eps);
    const long double weight = learned ? (long double)t->weight[k] : 1;
    const long double bias = learned ? (long double)t->bias[k] : 0;

    for (int i = 0; i < count_of(t); i++)
        if (channel_of(t, i) == k) {
            long double x = (long double)t->x[i];
            long double size = (fabsl(x) + fabsl(mean)) / root;

            near(y[i], (x - mean) / root * weight + bias,
                 roundings * 0x1p-53L * (size * fabsl(weight) + fabsl(bias)));
        }
}

START_TEST(test_batch_norm_is_its_definition)
{
    dice d = {23};
    call t = {0};

    for (int round = 0; round < 300; round++) {
        const guard_side side = (guard_side)(round % 2);
        const int learned = round % 3 != 0;
        size_t bytes;
        float *x, *y;

        roll(&d, &t);
        bytes = (size_t)count_of(&t) * sizeof *y;
        x = guarded_copy(t.x, bytes, side);
        y = guarded_new(bytes, side);
        ck_assert_int_eq(ref_batch_norm(x, t.n, t.c, t.h, t.w, t.mean, t.var,
                                        learned ? t.weight : NULL,
                                        learned ? t.bias : NULL, t.eps, y),
                         REF_OK);
        for (int k = 0; k < t.c; k++)
            is_normalised(&t, k, (long double)t.mean[k], (long double)t.var[k],
                          learned, 16, y);
        guarded_free(x, bytes);
        guarded_free(y, bytes);
    }
}
END_TEST

/* Means of up to 1000 beside variances of about 30: a variance in one pass,
 * or in float, would be far off. */
START_TEST(test_batch_norm_training_is_its_definition)
{
    dice d = {29};
    call t = {0};

    for (int round = 0; round < 300; round++) {
        const guard_side side = (guard_side)(round % 2);
        const int learned = round % 3 != 0;
        size_t bytes, few;
        float *x, *y, *running_mean, *running_var;

        roll(&d, &t);
        bytes = (size_t)count_of(&t) * sizeof *y;
        few = (size_t)t.c * sizeof *y;
        x = guarded_copy(t.x, bytes, side);
        y = guarded_new(bytes, side);
        running_mean = guarded_new(few, side);
        running_var = guarded_new(few, side);
        memcpy(running_mean, t.mean, few);
        memcpy(running_var, t.var, few);
        ck_assert_int_eq(ref_batch_norm_train(
                             x, t.n, t.c, t.h, t.w, learned ? t.weight : NULL,
                             learned ? t.bias : NULL, t.eps, t.momentum,
                             running_mean, running_var, y),
                         REF_OK);
        for (int k = 0; k < t.c; k++) {
            const int m = t.n * t.h * t.w;
            const long double now = (long double)t.momentum, old = 1 - now;
            long double mean, var;

            slow_statistics(&t, k, &mean, &var);
            is_normalised(&t, k, mean, var, learned, 8 * m, y);
            near(running_mean[k], old * (long double)t.mean[k] + now * mean,
                 m * 0x1p-50L * 2100);
            near(running_var[k],
                 old * (long double)t.var[k] + now * var * m / (m - 1),
                 m * 0x1p-50L * 200);
        }
        guarded_free(x, bytes);
        guarded_free(y, bytes);
        guarded_free(running_mean, few);
        guarded_free(running_var, few);
    }
}
END_TEST

/* Each average is kept for itself, or not at all. */
START_TEST(test_batch_norm_training_keeps_what_is_there)
{
    const float x[] = {1, 3};
    float mean = 0, var = 0, y[2];

    ck_assert_int_eq(
        ref_batch_norm_train(x, 2, 1, 1, 1, NULL, NULL, 0, 1, NULL, NULL, y),
        REF_OK);
    ck_assert(y[0] == -1 && y[1] == 1);
    ck_assert_int_eq(
        ref_batch_norm_train(x, 2, 1, 1, 1, NULL, NULL, 0, 1, &mean, NULL, y),
        REF_OK);
    ck_assert(mean == 2 && var == 0);
    mean = 0;
    ck_assert_int_eq(
        ref_batch_norm_train(x, 2, 1, 1, 1, NULL, NULL, 0, 1, NULL, &var, y),
        REF_OK);
    ck_assert(mean == 0 && var == 2);
}
END_TEST

/* What torch.nn.functional.batch_norm 1.13 gives for 1 2 0 -1 inf -inf nan:
 * n NaN, + and - infinity, 0 zero, . any number. */
static void shows(float mean, float var, float weight, float bias, float eps,
                  const char *expected)
{
    const float x[] = {1, 2, 0, -1, INFINITY, -INFINITY, NAN};
    float y[7];

    ck_assert_int_eq(
        ref_batch_norm(x, 1, 1, 1, 7, &mean, &var, &weight, &bias, eps, y),
        REF_OK);
    for (int i = 0; i < 7; i++) {
        char seen = isnan(y[i])          ? 'n'
                    : y[i] == INFINITY   ? '+'
                    : y[i] == -INFINITY  ? '-'
                    : fabsf(y[i]) == 0.f ? '0'
                                         : '.';

        ck_assert_msg(seen == expected[i], "%d of %s is %c", i, expected, seen);
    }
}

START_TEST(test_batch_norm_of_specials)
{
    const float inf = INFINITY;

    shows(0.5f, 4, 1, 0, 0, "....+-n");
    shows(0.5f, 4, -1, 0, 0, "....-+n");
    shows(0.5f, inf, 1, 0, 0, "0000nnn");
    shows(0.5f, -4, 1, 0, 0, "nnnnnnn");
    shows(0.5f, 0.5f, 1, 0, -1, "nnnnnnn");
    shows(NAN, 4, 1, 0, 0, "nnnnnnn");
    shows(0, 4, inf, 0, 0, "nnnnnnn");
    shows(1, 4, inf, 0, 0, "nnn-n-n");
    shows(inf, 4, inf, 0, 0, "nnn-n-n");
    shows(0, 4, 0, inf, 0, "++++nnn");
    shows(1, 4, 0, inf, 0, "++++nnn");
    shows(inf, 4, 0, inf, 0, "nnnnnnn");
    shows(1, 4, inf, inf, 0, "nnnnnnn");
    shows(1, 4, NAN, 0, 0, "nnnnnnn");
    shows(1, 4, 1, NAN, 0, "nnnnnnn");
    shows(0, 0, 1, 0, 0, "nnnnnnn");
    shows(1, 0, 1, 0, 0, "nnn-n-n");
}
END_TEST

START_TEST(test_batch_norm_training_of_specials)
{
    const float x[] = {1, INFINITY, 6, 3, 3, 3, 1, 3, NAN, 1, 2, 6};
    const float weight[] = {2, 2, 2, 2}, bias[] = {7, 7, 7, 7};
    float mean[] = {0, 0, 0, NAN}, var[] = {1, 1, 1, INFINITY}, y[12];

    ck_assert_int_eq(
        ref_batch_norm_train(x, 1, 4, 1, 3, weight, bias, 0, 1, mean, var, y),
        REF_OK);
    for (int i = 0; i < 3; i++) {
        ck_assert_float_nan(y[i]);
        ck_assert_float_eq(y[3 + i], 7);
        ck_assert_float_nan(y[6 + i]);
        ck_assert(isfinite(y[9 + i]));
    }
    ck_assert(mean[0] == INFINITY && isnan(var[0]));
    ck_assert(mean[1] == 3 && var[1] == 0);
    ck_assert(isnan(mean[2]) && isnan(var[2]));
    ck_assert(isnan(mean[3]) && isnan(var[3])); /* 0 times what was there */
}
END_TEST

START_TEST(test_batch_norm_of_no_images)
{
    float mean = 5, var = 6;

    ck_assert_int_eq(
        ref_batch_norm(NULL, 0, 1, 1, 1, &mean, &var, NULL, NULL, 0, NULL),
        REF_OK);
    ck_assert_int_eq(ref_batch_norm_train(NULL, 0, 1, 1, 1, NULL, NULL, 0, 1,
                                          &mean, &var, NULL),
                     REF_OK);
    ck_assert(mean == 5 && var == 6);
}
END_TEST

static void refuses(ref_status status, ref_status expected, const char *words)
{
    ck_assert_int_eq(status, expected);
    ck_assert_msg(strstr(ref_status_message(), words) != NULL,
                  "message '%s' lacks '%s'", ref_status_message(), words);
}

START_TEST(test_batch_norm_refuses)
{
    enum { BIG = INT_MAX };
    float x[12] = {1, 1, 1, 1}, m[2] = {1, 1}, v[2] = {1, 1}, y[4] = {7, 7};

    refuses(ref_batch_norm(NULL, 2, 2, 1, 1, m, v, NULL, NULL, 0, y), REF_ENULL,
            "'x'");
    refuses(ref_batch_norm(x, 2, 2, 1, 1, NULL, v, NULL, NULL, 0, y), REF_ENULL,
            "'mean'");
    refuses(ref_batch_norm(x, 2, 2, 1, 1, m, NULL, NULL, NULL, 0, y), REF_ENULL,
            "'var'");
    refuses(ref_batch_norm(x, 2, 2, 1, 1, m, v, NULL, NULL, 0, NULL), REF_ENULL,
            "'y'");
    refuses(ref_batch_norm(x, -2, 2, 1, 1, m, v, NULL, NULL, 0, y), REF_ESIZE,
            "'n' is -2");
    refuses(ref_batch_norm(x, 2, 0, 1, 1, m, v, NULL, NULL, 0, y), REF_ESIZE,
            "'c'");
    refuses(ref_batch_norm(x, 2, 2, 0, 1, m, v, NULL, NULL, 0, y), REF_ESIZE,
            "'h'");
    refuses(ref_batch_norm(x, 2, 2, 1, -1, m, v, NULL, NULL, 0, y), REF_ESIZE,
            "'w'");
    refuses(ref_batch_norm(x, BIG, BIG, BIG, BIG, m, v, NULL, NULL, 0, y),
            REF_EOVERFLOW, "'x'");
    refuses(ref_batch_norm(x, 2, 2, 1, 1, m, v, NULL, NULL, 0, x), REF_EOVERLAP,
            "'y' overlaps argument 'x'");
    refuses(ref_batch_norm(x, 2, 2, 1, 1, x + 9, v, NULL, NULL, 0, x + 6),
            REF_EOVERLAP, "'mean'");
    refuses(ref_batch_norm(x, 2, 2, 1, 1, m, x + 9, NULL, NULL, 0, x + 6),
            REF_EOVERLAP, "'var'");
    refuses(ref_batch_norm(x, 2, 2, 1, 1, m, v, x + 9, NULL, 0, x + 6),
            REF_EOVERLAP, "'weight'");
    refuses(ref_batch_norm(x, 2, 2, 1, 1, m, v, NULL, x + 9, 0, x + 6),
            REF_EOVERLAP, "'bias'");
    ck_assert(x[0] == 1 && y[0] == 7);
}
END_TEST

START_TEST(test_batch_norm_training_refuses)
{
    float x[12] = {1, 1, 1, 1}, m[2] = {3, 3}, v[2] = {4, 4}, y[4] = {7, 7};

    refuses(ref_batch_norm_train(x, 1, 2, 1, 1, NULL, NULL, 0, 1, m, v, y),
            REF_ESIZE, "more than 1 value per channel");
    refuses(ref_batch_norm_train(NULL, 2, 2, 1, 1, NULL, NULL, 0, 1, m, v, y),
            REF_ENULL, "'x'");
    refuses(ref_batch_norm_train(x, 2, 2, 1, 1, NULL, NULL, 0, 1, m, v, NULL),
            REF_ENULL, "'y'");
    refuses(ref_batch_norm_train(x, 2, -1, 1, 1, NULL, NULL, 0, 1, m, v, y),
            REF_ESIZE, "'c' is -1");
    refuses(ref_batch_norm_train(x, 2, 2, 1, 1, NULL, NULL, 0, 1, m, m + 1, y),
            REF_EOVERLAP, "'running_mean' overlaps argument 'running_var'");
    refuses(ref_batch_norm_train(x, 2, 2, 1, 1, NULL, NULL, 0, 1, x + 3, v, y),
            REF_EOVERLAP, "'running_mean'");
    refuses(ref_batch_norm_train(x, 2, 2, 1, 1, v, NULL, 0, 1, m, v, y),
            REF_EOVERLAP, "'running_var'");
    refuses(ref_batch_norm_train(x, 2, 2, 1, 1, NULL, NULL, 0, 1, m, v, x + 2),
            REF_EOVERLAP, "'y'");
    ck_assert(x[0] == 1 && y[0] == 7 && m[0] == 3 && v[0] == 4);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_batch_norm_by_hand);
    suite_test(test_batch_norm_training_by_hand);
    suite_test(test_batch_norm_is_its_definition);
    suite_test(test_batch_norm_training_is_its_definition);
    suite_test(test_batch_norm_training_keeps_what_is_there);
    suite_case("edges");
    suite_test(test_batch_norm_of_specials);
    suite_test(test_batch_norm_training_of_specials);
    suite_test(test_batch_norm_of_no_images);
    suite_case("manners");
    suite_test(test_batch_norm_refuses);
    suite_test(test_batch_norm_training_refuses);
}

int main(void)
{
    return suite_main("batch_norm", fill);
}
