/* Tests of reference/lp_pool.c. */
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "reference/lp_pool.h"
#include "tests/support/guarded.h"
#include "tests/support/random.h"
#include "tests/support/slow_pool.h"
#include "tests/support/suite.h"

/* One row of windows over one row of numbers. */
static void gives(const float *x, int w, float norm_type, int kw, int ceil_mode,
                  const float *expected, int ow)
{
    ref_lp_pool2d_params p = REF_LP_POOL2D_DEFAULTS;
    float y[8];
    int oh = -1, columns = -1;

    p.ceil_mode = ceil_mode;
    ck_assert_int_eq(ref_lp_pool2d_output(1, w, 1, kw, &p, &oh, &columns),
                     REF_OK);
    ck_assert_int_eq(oh, 1);
    ck_assert_int_eq(columns, ow);
    ck_assert_int_eq(ref_lp_pool2d(x, 1, 1, 1, w, norm_type, 1, kw, &p, y),
                     REF_OK);
    for (int j = 0; j < ow; j++)
        if (isnan(expected[j]))
            ck_assert_float_nan(y[j]);
        else
            ck_assert_float_eq(y[j], expected[j]);
}

/* Lengths of Pythagoras, sums, sums of square roots, a harmonic sum. */
START_TEST(test_lp_pool2d_by_hand)
{
    const float x[] = {3, -4, 5, 12, 8, 15}, squares[] = {4, 9, 16, 25};
    const float halves[] = {2, 2, 3, 6};

    gives(x, 6, 2, 2, 0, (float[]){5, 13, 17}, 3);
    gives(x, 6, 1, 2, 0, (float[]){-1, 17, 23}, 3);
    gives(squares, 4, 0.5f, 2, 0, (float[]){25, 81}, 2);
    gives(halves, 4, -1, 2, 0, (float[]){1, 2}, 2);
}
END_TEST

/* A window that hangs over is scaled up: 7 alone under a window of 2 is the
 * length of 7 7, and in two dimensions 3 and 4 stand twice in one of 2x2. */
START_TEST(test_lp_pool2d_ceil_mode_scales_up)
{
    const float x[] = {3, 4, 7}, column[] = {3, 4};
    const ref_lp_pool2d_params p = {.sh = 1, .sw = 2, .ceil_mode = 1};
    float y[1];

    gives(x, 3, 1, 2, 1, (float[]){7, 14}, 2);
    gives(x, 3, 2, 2, 1, (float[]){5, (float)sqrt(98.0)}, 2);
    ck_assert_int_eq(ref_lp_pool2d(column, 1, 1, 2, 1, 2, 2, 2, &p, y), REF_OK);
    ck_assert_float_eq(y[0], (float)sqrt(50.0));
}
END_TEST

/* As PyTorch: where a root does not exist, NaN; minus infinity has no square
 * root either, but its square is infinite. */
START_TEST(test_lp_pool2d_specials)
{
    const float x[] = {-2, 1, -INFINITY, 1, NAN, 1, 0, 1};

    gives(x, 8, 3, 2, 0, (float[]){NAN, INFINITY, NAN, 1}, 4);
    gives(x, 8, 2, 2, 0, (float[]){(float)sqrt(5.0), INFINITY, NAN, 1}, 4);
    gives(x, 8, 0.5f, 2, 0, (float[]){NAN, NAN, NAN, 1}, 4);
    gives(x, 8, -0.5f, 2, 0, (float[]){NAN, NAN, NAN, 0}, 4);
    gives(x, 8, -1, 2, 0, (float[]){2, 1, NAN, 0}, 4);
    gives(x, 8, 1, 2, 0, (float[]){-1, -INFINITY, NAN, 1}, 4);
}
END_TEST

/* Squares that float32 cannot hold, on either side. */
START_TEST(test_lp_pool2d_does_not_overflow)
{
    const float x[] = {0x3p100f, 0x4p100f, 0x3p-100f, 0x4p-100f};

    gives(x, 4, 2, 2, 0, (float[]){0x5p100f, 0x5p-100f}, 2);
}
END_TEST

/* A large p comes near the maximum: at most 4^(1/p) above. */
START_TEST(test_lp_pool2d_comes_near_the_maximum)
{
    const float x[] = {0.25f, 0.5f, 0.75f, 0.875f};
    float y[1];

    ck_assert_int_eq(ref_lp_pool2d(x, 1, 1, 2, 2, 500, 2, 2, NULL, y), REF_OK);
    ck_assert_float_ge(y[0], 0.875f);
    ck_assert_float_le(y[0], 0.875f * 1.003f);
}
END_TEST

/* The formula and the bound of the header, on a list. Both sides are computed
 * in double, so what double may be off by is granted twice. */
static void check_output(const slow_pool *t, const slow_window *w, double p,
                         float y)
{
    double sum = 0.0, magnitude = 0.0, exact, e;

    for (int i = 0; i < w->count; i++) {
        sum += pow((double)w->value[i], p);
        magnitude += fabs(pow((double)w->value[i], p));
    }
    exact = pow(sum * t->k[1] * t->k[2] / w->count, 1.0 / p);
    e = (w->count + 5) * 0x1p-52 * magnitude / fabs(sum);
    if (isnan(exact))
        ck_assert_float_nan(y);
    else
        ck_assert_double_le(fabs((double)y - exact),
                            (0x1p-24 + 2 * (0x1p-45 + 2 * e / fabs(p))) *
                                    fabs(exact) +
                                0x1p-149);
}

static void try_one(dice *d, float p, int positive, guard_side side)
{
    slow_pool t;
    size_t inputs, outputs;
    float *values, *x, *y;

    do
        t = slow_pool_roll(d, 0, 0);
    while (t.rank != 2);
    inputs = slow_pool_inputs(&t);
    outputs = slow_pool_outputs(&t);
    values = malloc(inputs * sizeof *values);
    ck_assert_ptr_nonnull(values);
    for (size_t i = 0; i < inputs; i++)
        values[i] = positive ? fabsf(dice_float(d)) + 0x1p-10f : dice_float(d);
    x = guarded_copy(values, inputs * sizeof *values, side);
    y = guarded_new(outputs * sizeof *y, side);
    free(values);
    ck_assert_int_eq(
        ref_lp_pool2d(x, t.images, t.channels, t.n[1], t.n[2], p, t.k[1],
                      t.k[2],
                      &(ref_lp_pool2d_params){t.s[1], t.s[2], t.ceil_mode}, y),
        REF_OK);
    for (size_t at = 0; at < outputs; at++) {
        slow_window w = slow_pool_window(&t, x, at);

        check_output(&t, &w, (double)p, y[at]);
    }
    guarded_free(x, inputs * sizeof *x);
    guarded_free(y, outputs * sizeof *y);
}

START_TEST(test_lp_pool2d_random_shapes)
{
    static const float norms[] = {1, 2, 3, 4, 0.5f, -0.5f, -1, -2, 2.5f, 10};
    dice d = {1};

    for (int round = 0; round < 600; round++)
        try_one(&d, norms[round % 10], round % 3, (guard_side)(round % 2));
}
END_TEST

static float input[64], output[64];

/* The status, a message with the given words, and y as it was. */
static void refuses(int n, int c, int h, int w, float norm_type, int kh, int kw,
                    const ref_lp_pool2d_params *p, ref_status expected,
                    const char *words)
{
    memset(output, 0x55, sizeof output);
    ck_assert_int_eq(
        ref_lp_pool2d(input, n, c, h, w, norm_type, kh, kw, p, output),
        expected);
    ck_assert_msg(strstr(ref_status_message(), words) != NULL,
                  "message '%s' lacks '%s'", ref_status_message(), words);
    for (size_t i = 0; i < sizeof output; i++)
        ck_assert_int_eq(((unsigned char *)output)[i], 0x55);
}

START_TEST(test_lp_pool2d_refuses)
{
    const ref_lp_pool2d_params p = {.sw = -2};

    refuses(1, 1, 4, 4, 0, 2, 2, NULL, REF_EPARAM,
            "'norm_type' is 0; it must be a finite number other than 0");
    refuses(1, 1, 4, 4, INFINITY, 2, 2, NULL, REF_EPARAM, "'norm_type' is inf");
    refuses(1, 1, 4, 4, -INFINITY, 2, 2, NULL, REF_EPARAM, "is -inf");
    refuses(1, 1, 4, 4, NAN, 2, 2, NULL, REF_EPARAM, "'norm_type' is");
    refuses(-1, 1, 4, 4, 2, 2, 2, NULL, REF_ESIZE, "'n' is -1");
    refuses(1, 0, 4, 4, 2, 2, 2, NULL, REF_ESIZE, "'c' is 0");
    refuses(1, 1, 0, 4, 2, 2, 2, NULL, REF_ESIZE, "'h' is 0");
    refuses(1, 1, 4, 4, 2, 5, 2, NULL, REF_ESIZE, "'kh' is 5");
    refuses(1, 1, 4, 4, 2, 2, 2, &p, REF_EPARAM, "'sw' is -2");
    refuses(40000, 40000, INT_MAX, INT_MAX, 2, 2, 2, NULL, REF_EOVERFLOW,
            "'x'");
    ck_assert_int_eq(ref_lp_pool2d(NULL, 1, 1, 2, 2, 2, 2, 2, NULL, output),
                     REF_ENULL);
    ck_assert_int_eq(ref_lp_pool2d(input, 1, 1, 2, 2, 2, 2, 2, NULL, NULL),
                     REF_ENULL);
    ck_assert_int_eq(ref_lp_pool2d(input, 1, 1, 2, 2, 2, 2, 2, NULL, input + 3),
                     REF_EOVERLAP);
    ck_assert_int_eq(ref_lp_pool2d(NULL, 0, 1, 2, 2, 2, 2, 2, NULL, NULL),
                     REF_OK);
}
END_TEST

START_TEST(test_lp_pool2d_output_refuses)
{
    int oh = 5, ow = 6;

    ck_assert_int_eq(ref_lp_pool2d_output(3, 3, 4, 2, NULL, &oh, &ow),
                     REF_ESIZE);
    ck_assert_int_eq(ref_lp_pool2d_output(3, 3, 2, 2, NULL, NULL, &ow),
                     REF_ENULL);
    ck_assert_int_eq(oh, 5);
    ck_assert_int_eq(ow, 6);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_lp_pool2d_by_hand);
    suite_test(test_lp_pool2d_ceil_mode_scales_up);
    suite_test(test_lp_pool2d_random_shapes);
    suite_case("edges");
    suite_test(test_lp_pool2d_specials);
    suite_test(test_lp_pool2d_does_not_overflow);
    suite_case("properties");
    suite_test(test_lp_pool2d_comes_near_the_maximum);
    suite_case("manners");
    suite_test(test_lp_pool2d_refuses);
    suite_test(test_lp_pool2d_output_refuses);
}

int main(void)
{
    return suite_main("lp_pool", fill);
}
