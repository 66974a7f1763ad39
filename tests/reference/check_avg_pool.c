/* Tests of reference/avg_pool.c. */
#include <float.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "reference/avg_pool.h"
#include "reference/bound.h"
#include "reference/microkernels/microkernels.h"
#include "tests/support/guarded.h"
#include "tests/support/random.h"
#include "tests/support/slow_pool.h"
#include "tests/support/suite.h"
#include "tests/support/trials.h"

/* One image, one channel; the expected averages are floats to the bit. */
static void gives(const float *x, int h, int w, int kh, int kw,
                  const ref_avg_pool2d_params *p, const float *expected, int oh,
                  int ow)
{
    float y[32];
    int rows = -1, columns = -1;

    ck_assert_int_eq(ref_avg_pool2d_output(h, w, kh, kw, p, &rows, &columns),
                     REF_OK);
    ck_assert_int_eq(rows, oh);
    ck_assert_int_eq(columns, ow);
    ck_assert_int_eq(ref_avg_pool2d(x, 1, 1, h, w, kh, kw, p, y), REF_OK);
    for (int at = 0; at < oh * ow; at++)
        ck_assert_float_eq(y[at], expected[at]);
}

/* The 6x6 by 3x3 whose averages the lecture prints as .67 .78 1 .56, and the
 * window of 2 x 4. */
START_TEST(test_avg_pool2d_of_the_lectures)
{
    const float x[] = {0, 1, 0, 1, 1, 0, 0, 1, 2, 2, 0, 1, 1, 1, 0, 1, 1, 0,
                       1, 2, 0, 1, 0, 0, 2, 1, 0, 1, 0, 1, 2, 0, 1, 0, 1, 1};
    float rising[24];

    for (int i = 0; i < 24; i++)
        rising[i] = (float)i;
    gives(x, 6, 6, 3, 3, NULL,
          (float[]){6.0f / 9.0f, 7.0f / 9.0f, 1.0f, 5.0f / 9.0f}, 2, 2);
    gives(rising, 6, 4, 2, 4, NULL, (float[]){3.5f, 11.5f, 19.5f}, 3, 1);
}
END_TEST

/* A 2x2 image of 1 2 3 4 under a 2x2 window with one row and one column of
 * padding on top and at the left. */
START_TEST(test_avg_pool2d_counts_the_padding_or_not)
{
    const float x[] = {1, 2, 3, 4};
    ref_avg_pool2d_params p = REF_AVG_POOL2D_DEFAULTS;

    p.sh = p.sw = 1;
    p.pt = p.pl = 1;
    gives(x, 2, 2, 2, 2, &p, (float[]){0.25f, 0.75f, 1.0f, 2.5f}, 2, 2);
    p.count_include_pad = 0;
    gives(x, 2, 2, 2, 2, &p, (float[]){1.0f, 1.5f, 2.0f, 2.5f}, 2, 2);
    p.divisor_override = 2;
    gives(x, 2, 2, 2, 2, &p, (float[]){0.5f, 1.5f, 2.0f, 5.0f}, 2, 2);
    p.divisor_override = -4;
    p.count_include_pad = 1;
    gives(x, 2, 2, 2, 2, &p, (float[]){-0.25f, -0.75f, -1.0f, -2.5f}, 2, 2);
}
END_TEST

/* Ceil mode: what lies beyond the padding is never counted. */
START_TEST(test_avg_pool2d_windows_that_hang_over)
{
    const float x[] = {0, 1, 2, 3};
    ref_avg_pool2d_params p = REF_AVG_POOL2D_DEFAULTS;

    p.sh = p.sw = 2;
    p.ceil_mode = 1;
    gives(x, 2, 2, 3, 3, &p, (float[]){1.5f}, 1, 1);
    /* sums 6 4 5 3 of 9 6 6 4 places */
    p.pt = p.pb = p.pl = p.pr = 1;
    gives(x, 2, 2, 3, 3, &p,
          (float[]){6.0f / 9.0f, 4.0f / 6.0f, 5.0f / 6.0f, 3.0f / 4.0f}, 2, 2);
    p.count_include_pad = 0;
    gives(x, 2, 2, 3, 3, &p, (float[]){1.5f, 2.0f, 2.5f, 3.0f}, 2, 2);
}
END_TEST

/* Options of the average that slow_pool does not know. */
typedef struct averaging {
    slow_pool t;
    int count_include_pad, divisor_override;
} averaging;

static ref_status run(const averaging *m, const float *x, float *y)
{
    const slow_pool *t = &m->t;
    const int *n = t->n, *k = t->k, *s = t->s, *b = t->before, *a = t->after;
    int pad = m->count_include_pad, over = m->divisor_override;
    const ref_avg_pool1d_params p1 = {s[2],         b[2], a[2],
                                      t->ceil_mode, pad,  over};
    const ref_avg_pool2d_params p2 = {s[1], s[2],         b[1], a[1], b[2],
                                      a[2], t->ceil_mode, pad,  over};
    const ref_avg_pool3d_params p3 = {s[0], s[1],         s[2], b[0],
                                      a[0], b[1],         a[1], b[2],
                                      a[2], t->ceil_mode, pad,  over};

    if (t->rank == 1)
        return ref_avg_pool1d(x, t->images, t->channels, n[2], k[2], &p1, y);
    if (t->rank == 2)
        return ref_avg_pool2d(x, t->images, t->channels, n[1], n[2], k[1], k[2],
                              &p2, y);
    return ref_avg_pool3d(x, t->images, t->channels, n[0], n[1], n[2], k[0],
                          k[1], k[2], &p3, y);
}

/* The formula of the header, on a list. */
static void check_outputs(const averaging *m, const float *x, const float *y,
                          int integers)
{
    for (size_t at = 0; at < slow_pool_outputs(&m->t); at++) {
        slow_window w = slow_pool_window(&m->t, x, at);
        int divisor = m->count_include_pad ? w.counted : w.count;
        double sum = 0.0, magnitude = 0.0;

        if (m->divisor_override != 0)
            divisor = m->divisor_override;
        for (int i = 0; i < w.count; i++) {
            sum += (double)w.value[i];
            magnitude += fabs((double)w.value[i]);
        }
        if (integers)
            ck_assert_float_eq(y[at], (float)sum / (float)divisor);
        ck_assert_double_le(
            fabs((double)y[at] - sum / divisor),
            ref_sum_bound(w.count + 1, magnitude / abs(divisor)));
    }
}

static void try_one(dice *d, int integers, guard_side side)
{
    averaging m = {slow_pool_roll(d, 1, 0), dice_int(d, 0, 1),
                   dice_int(d, 0, 2) ? 0 : dice_int(d, -7, 7)};
    size_t inputs = slow_pool_inputs(&m.t), outputs = slow_pool_outputs(&m.t);
    float *values = malloc(inputs * sizeof *values), *x;
    float *y = guarded_new(outputs * sizeof *y, side);

    ck_assert_ptr_nonnull(values);
    for (size_t i = 0; i < inputs; i++)
        values[i] = integers ? (float)dice_int(d, -9, 9) : dice_float(d);
    x = guarded_copy(values, inputs * sizeof *values, side);
    free(values);
    ck_assert_int_eq(run(&m, x, y), REF_OK);
    check_outputs(&m, x, y, integers);
    guarded_free(x, inputs * sizeof *x);
    guarded_free(y, outputs * sizeof *y);
}

/* Integers: the sum is exact, so the quotient is rounded once. */
START_TEST(test_avg_pool_random_shapes)
{
    dice d = {1};

    for (int i = 0; i < TABLES; i++)
        for (int round = 0; use_table(i) && round < 500; round++)
            try_one(&d, round % 4 < 2, (guard_side)(round % 2));
    ref_cpu_use(NULL);
}
END_TEST

/* NaN and infinity go where their windows are, and nowhere else. */
START_TEST(test_avg_pool1d_specials)
{
    const float x[] = {1,   3, INFINITY, 1,     -INFINITY, 1,
                       NAN, 2, 4,        -0.0f, -0.0f,     FLT_MAX};
    ref_avg_pool1d_params p = REF_AVG_POOL1D_DEFAULTS;
    float y[11];

    p.sw = 1;
    ck_assert_int_eq(ref_avg_pool1d(x, 1, 1, 12, 2, &p, y), REF_OK);
    ck_assert_float_eq(y[0], 2);
    ck_assert_float_eq(y[1], INFINITY);
    ck_assert_float_eq(y[2], INFINITY);
    ck_assert_float_eq(y[3], -INFINITY);
    ck_assert_float_eq(y[4], -INFINITY);
    ck_assert_float_nan(y[5]);
    ck_assert_float_nan(y[6]);
    ck_assert_float_eq(y[7], 3);
    ck_assert(!signbit(y[9]));
    p.sw = 3;
    p.divisor_override = 1;
    ck_assert_int_eq(ref_avg_pool1d(x, 1, 1, 12, 3, &p, y), REF_OK);
    ck_assert_float_eq(y[0], INFINITY);
    ck_assert_float_eq(y[1], -INFINITY);
    ck_assert_float_nan(y[2]);
    ck_assert_float_eq(y[3], FLT_MAX);
    ck_assert_int_eq(ref_avg_pool1d(x + 2, 1, 1, 3, 3, NULL, y), REF_OK);
    ck_assert_float_nan(y[0]);
}
END_TEST

/* A divisor that no float is. */
START_TEST(test_avg_pool1d_divides_by_any_int)
{
    const float x[] = {1, 0, 3, 0};
    ref_avg_pool1d_params p = REF_AVG_POOL1D_DEFAULTS;
    float y[2];

    p.divisor_override = (1 << 24) + 1;
    for (int i = 0; i < TABLES; i++) {
        if (!use_table(i))
            continue;
        ck_assert_int_eq(ref_avg_pool1d(x, 1, 1, 4, 2, &p, y), REF_OK);
        ck_assert_float_eq(y[0], (float)(1.0 / 16777217.0));
        ck_assert_float_eq(y[1], (float)(3.0 / 16777217.0));
    }
    ref_cpu_use(NULL);
}
END_TEST

/* A window of absurd size: what it counts is right, and only what is inside
 * is looked at. */
START_TEST(test_avg_pool1d_absurd_window)
{
    const float x[] = {0x1p30f, 0x1p30f};
    ref_avg_pool1d_params p = {.sw = INT_MAX,
                               .pl = (1 << 30) - 1,
                               .pr = (1 << 30) - 2,
                               .ceil_mode = 1,
                               .count_include_pad = 1};
    float y[1];

    ck_assert_int_eq(ref_avg_pool1d(x, 1, 1, 2, INT_MAX, &p, y), REF_OK);
    ck_assert_float_eq(y[0], 1.0f);
}
END_TEST

/* Averages of averages of equal parts are averages of the whole; in multiples
 * of 8 * 48, all of them are integers. */
START_TEST(test_avg_pool3d_of_parts)
{
    float x[2 * 4 * 6], parts[1 * 2 * 3], whole[1], again[1];

    for (int i = 0; i < 48; i++)
        x[i] = (float)(i * 7 % 32 * 384);
    ck_assert_int_eq(ref_avg_pool3d(x, 1, 1, 2, 4, 6, 2, 2, 2, NULL, parts),
                     REF_OK);
    ck_assert_int_eq(ref_avg_pool3d(parts, 1, 1, 1, 2, 3, 1, 2, 3, NULL, again),
                     REF_OK);
    ck_assert_int_eq(ref_avg_pool3d(x, 1, 1, 2, 4, 6, 2, 4, 6, NULL, whole),
                     REF_OK);
    ck_assert_float_eq(again[0], whole[0]);
}
END_TEST

/* Shifting the image by the stride shifts the result by one. */
START_TEST(test_avg_pool2d_is_equivariant_to_strides)
{
    enum { H = 7, W = 11, SH = 2, SW = 3, OH = 3, OW = 3 };
    ref_avg_pool2d_params p = REF_AVG_POOL2D_DEFAULTS;
    float x[H * W], shifted[H * W], y[OH * OW], z[OH * OW];
    dice d = {3};

    p.sh = SH;
    p.sw = SW;
    for (int i = 0; i < H * W; i++)
        x[i] = dice_float(&d);
    for (int r = 0; r < H; r++)
        for (int c = 0; c < W; c++)
            shifted[r * W + c] =
                r < SH || c < SW ? 0.5f : x[(r - SH) * W + c - SW];
    ck_assert_int_eq(ref_avg_pool2d(x, 1, 1, H, W, 3, 4, &p, y), REF_OK);
    ck_assert_int_eq(ref_avg_pool2d(shifted, 1, 1, H, W, 3, 4, &p, z), REF_OK);
    for (int i = 1; i < OH; i++)
        for (int j = 1; j < OW; j++)
            ck_assert_float_eq(z[i * OW + j], y[(i - 1) * OW + j - 1]);
}
END_TEST

static float input[64], output[64];

/* The status, a message with the given words, and y as it was. */
static void refuses(int n, int c, int h, int w, int kh, int kw,
                    const ref_avg_pool2d_params *p, ref_status expected,
                    const char *words)
{
    memset(output, 0x55, sizeof output);
    ck_assert_int_eq(ref_avg_pool2d(input, n, c, h, w, kh, kw, p, output),
                     expected);
    ck_assert_msg(strstr(ref_status_message(), words) != NULL,
                  "message '%s' lacks '%s'", ref_status_message(), words);
    for (size_t i = 0; i < sizeof output; i++)
        ck_assert_int_eq(((unsigned char *)output)[i], 0x55);
}

START_TEST(test_avg_pool2d_refuses_sizes_and_options)
{
    ref_avg_pool2d_params p = REF_AVG_POOL2D_DEFAULTS;

    refuses(-1, 1, 4, 4, 2, 2, NULL, REF_ESIZE, "'n' is -1");
    refuses(1, 0, 4, 4, 2, 2, NULL, REF_ESIZE, "'c' is 0");
    refuses(1, 1, 0, 4, 2, 2, NULL, REF_ESIZE, "'h' is 0");
    refuses(1, 1, 4, -1, 2, 2, NULL, REF_ESIZE, "'w' is -1");
    refuses(1, 1, 4, 4, 0, 2, NULL, REF_ESIZE, "'kh' is 0");
    refuses(1, 1, 4, 4, 2, 5, NULL, REF_ESIZE, "'kw' is 5");
    refuses(40000, 40000, INT_MAX, INT_MAX, 2, 2, NULL, REF_EOVERFLOW, "'x'");
    p.sh = -1;
    refuses(1, 1, 4, 4, 2, 2, &p, REF_EPARAM, "'sh' is -1");
    p.sh = 0;
    p.pr = 2;
    refuses(1, 1, 4, 4, 2, 2, &p, REF_EPARAM, "'pr' is 2; it must be at most");
    p.pr = 0;
    p.pt = -1;
    refuses(1, 1, 4, 4, 2, 2, &p, REF_EPARAM, "'pt' is -1");
}
END_TEST

START_TEST(test_avg_pool_refuses_arrays)
{
    float x[8] = {0}, y[8] = {7};
    int ow = 9;

    ck_assert_int_eq(ref_avg_pool2d(NULL, 1, 1, 2, 2, 2, 2, NULL, y),
                     REF_ENULL);
    ck_assert_int_eq(ref_avg_pool1d(x, 1, 1, 2, 2, NULL, NULL), REF_ENULL);
    ck_assert_int_eq(ref_avg_pool3d(x, 1, 1, 2, 2, 2, 2, 2, 2, NULL, x + 7),
                     REF_EOVERLAP);
    ck_assert_ptr_nonnull(strstr(ref_status_message(), "'y' overlaps"));
    ck_assert_float_eq(y[0], 7);
    ck_assert_int_eq(ref_avg_pool2d(NULL, 0, 1, 2, 2, 2, 2, NULL, NULL),
                     REF_OK);
    ck_assert_int_eq(ref_avg_pool1d_output(3, 4, NULL, &ow), REF_ESIZE);
    ck_assert_int_eq(ref_avg_pool1d_output(3, 2, NULL, NULL), REF_ENULL);
    ck_assert_int_eq(
        ref_avg_pool3d_output(3, 3, 3, 2, 2, 4, NULL, &ow, &ow, &ow),
        REF_ESIZE);
    ck_assert_int_eq(ow, 9);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_avg_pool2d_of_the_lectures);
    suite_test(test_avg_pool2d_counts_the_padding_or_not);
    suite_test(test_avg_pool2d_windows_that_hang_over);
    suite_test(test_avg_pool_random_shapes);
    suite_case("edges");
    suite_test(test_avg_pool1d_specials);
    suite_test(test_avg_pool1d_divides_by_any_int);
    suite_test(test_avg_pool1d_absurd_window);
    suite_case("properties");
    suite_test(test_avg_pool3d_of_parts);
    suite_test(test_avg_pool2d_is_equivariant_to_strides);
    suite_case("manners");
    suite_test(test_avg_pool2d_refuses_sizes_and_options);
    suite_test(test_avg_pool_refuses_arrays);
}

int main(void)
{
    return suite_main("avg_pool", fill);
}
