/* Tests of reference/adaptive_pool.c. */
#include <float.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "reference/adaptive_pool.h"
#include "reference/avg_pool.h"
#include "tests/support/guarded.h"
#include "tests/support/random.h"
#include "tests/support/suite.h"

/* 10 to 4: 0-2, 2-4, 5-7, 7-9. 3 to 5: 0, 0-1, 1, 1-2, 2. */
START_TEST(test_adaptive_avg_pool1d_by_hand)
{
    const float ten[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, three[] = {2, 4, 8};
    const float shrunk[] = {2, 4, 7, 9}, stretched[] = {2, 3, 4, 6, 8};
    float y[5];

    ck_assert_int_eq(ref_adaptive_avg_pool1d(ten, 1, 1, 10, 4, y), REF_OK);
    for (int j = 0; j < 4; j++)
        ck_assert_float_eq(y[j], shrunk[j]);
    ck_assert_int_eq(ref_adaptive_avg_pool1d(three, 1, 1, 3, 5, y), REF_OK);
    for (int j = 0; j < 5; j++)
        ck_assert_float_eq(y[j], stretched[j]);
}
END_TEST

/* A pool of n images, c channels, and three axes. */
typedef struct adaptive {
    int rank, n, c, in[3], out[3];
} adaptive;

static ref_status run(const adaptive *t, const float *x, float *y)
{
    const int *in = t->in, *out = t->out;

    if (t->rank == 1)
        return ref_adaptive_avg_pool1d(x, t->n, t->c, in[2], out[2], y);
    if (t->rank == 2)
        return ref_adaptive_avg_pool2d(x, t->n, t->c, in[1], in[2], out[1],
                                       out[2], y);
    return ref_adaptive_avg_pool3d(x, t->n, t->c, in[0], in[1], in[2], out[0],
                                   out[1], out[2], y);
}

/* Whether position i of out sees element r of in: cut the axis into in * out
 * equal pieces; the position has those from i*in, the element from r*out. */
static int sees(const adaptive *t, int axis, int i, int r)
{
    int in = t->in[axis], out = t->out[axis];

    for (int piece = i * in; piece < (i + 1) * in; piece++)
        if (piece / out == r)
            return 1;
    return 0;
}

static void check_output(const adaptive *t, const float *channel,
                         const int at[3], float y)
{
    double sum = 0.0, magnitude = 0.0;
    int count = 0;

    for (int f = 0; f < t->in[0]; f++)
        for (int r = 0; r < t->in[1]; r++)
            for (int q = 0; q < t->in[2]; q++)
                if (sees(t, 0, at[0], f) && sees(t, 1, at[1], r) &&
                    sees(t, 2, at[2], q)) {
                    float x = channel[(f * t->in[1] + r) * t->in[2] + q];

                    sum += (double)x;
                    magnitude += fabs((double)x);
                    count++;
                }
    ck_assert_double_le(fabs((double)y - sum / count),
                        0x1p-24 * fabs(sum / count) + 0x1p-52 * magnitude +
                            0x1p-149);
}

static void check_outputs(const adaptive *t, const float *x, const float *y)
{
    int volume = t->in[0] * t->in[1] * t->in[2], at[3];

    for (int k = 0; k < t->n * t->c; k++)
        for (at[0] = 0; at[0] < t->out[0]; at[0]++)
            for (at[1] = 0; at[1] < t->out[1]; at[1]++)
                for (at[2] = 0; at[2] < t->out[2]; at[2]++)
                    check_output(t, x + k * volume, at, *y++);
}

static void try_one(dice *d, guard_side side)
{
    adaptive t = {.rank = dice_int(d, 1, 3),
                  .n = dice_int(d, 1, 2),
                  .c = dice_int(d, 1, 2)};
    size_t inputs = (size_t)t.n * (size_t)t.c, outputs = inputs;
    float *values, *x, *y;

    for (int a = 0; a < 3; a++) {
        t.in[a] = a < 3 - t.rank ? 1 : dice_int(d, 1, 8);
        t.out[a] = a < 3 - t.rank ? 1 : dice_int(d, 1, 8);
        inputs *= (size_t)t.in[a];
        outputs *= (size_t)t.out[a];
    }
    values = malloc(inputs * sizeof *values);
    ck_assert_ptr_nonnull(values);
    for (size_t i = 0; i < inputs; i++)
        values[i] = dice_float(d);
    x = guarded_copy(values, inputs * sizeof *values, side);
    y = guarded_new(outputs * sizeof *y, side);
    free(values);
    ck_assert_int_eq(run(&t, x, y), REF_OK);
    check_outputs(&t, x, y);
    guarded_free(x, inputs * sizeof *x);
    guarded_free(y, outputs * sizeof *y);
}

START_TEST(test_adaptive_avg_pool_random_shapes)
{
    dice d = {1};

    for (int round = 0; round < 400; round++)
        try_one(&d, (guard_side)(round % 2));
}
END_TEST

/* A size that divides evenly is an average pool with windows side by side, an
 * output as large as the input is the input. */
START_TEST(test_adaptive_avg_pool2d_where_it_comes_out_even)
{
    float x[2 * 6 * 8], y[2 * 6 * 8], z[2 * 2 * 4];

    for (int i = 0; i < 96; i++)
        x[i] = (float)(i * 29 % 97 * 6);
    ck_assert_int_eq(ref_adaptive_avg_pool2d(x, 1, 2, 6, 8, 2, 4, y), REF_OK);
    ck_assert_int_eq(ref_avg_pool2d(x, 1, 2, 6, 8, 3, 2, NULL, z), REF_OK);
    for (int i = 0; i < 16; i++)
        ck_assert_float_eq(y[i], z[i]);
    ck_assert_int_eq(ref_adaptive_avg_pool2d(x, 1, 2, 6, 8, 6, 8, y), REF_OK);
    for (int i = 0; i < 96; i++)
        ck_assert_float_eq(y[i], x[i]);
}
END_TEST

/* NaN and infinity stay in their windows; finite numbers do not overflow. */
START_TEST(test_adaptive_avg_pool1d_specials)
{
    const float x[] = {FLT_MAX,  FLT_MAX,   INFINITY, 1,
                       INFINITY, -INFINITY, NAN,      1};
    float y[4];

    ck_assert_int_eq(ref_adaptive_avg_pool1d(x, 1, 1, 8, 4, y), REF_OK);
    ck_assert_float_eq(y[0], FLT_MAX);
    ck_assert_float_eq(y[1], INFINITY);
    ck_assert_float_nan(y[2]);
    ck_assert_float_nan(y[3]);
}
END_TEST

static float input[64], output[64];

/* The status, a message with the given words, and y as it was. */
static void refuses(int n, int c, int h, int w, int oh, int ow,
                    ref_status expected, const char *words)
{
    memset(output, 0x55, sizeof output);
    ck_assert_int_eq(ref_adaptive_avg_pool2d(input, n, c, h, w, oh, ow, output),
                     expected);
    ck_assert_msg(strstr(ref_status_message(), words) != NULL,
                  "message '%s' lacks '%s'", ref_status_message(), words);
    for (size_t i = 0; i < sizeof output; i++)
        ck_assert_int_eq(((unsigned char *)output)[i], 0x55);
}

START_TEST(test_adaptive_avg_pool_refuses)
{
    refuses(-1, 1, 4, 4, 2, 2, REF_ESIZE, "'n' is -1");
    refuses(1, 0, 4, 4, 2, 2, REF_ESIZE, "'c' is 0");
    refuses(1, 1, 0, 4, 2, 2, REF_ESIZE, "'h' is 0");
    refuses(1, 1, 4, INT_MIN, 2, 2, REF_ESIZE, "'w' is -2147483648");
    refuses(1, 1, 4, 4, 0, 2, REF_ESIZE, "'oh' is 0");
    refuses(1, 1, 4, 4, 2, -1, REF_ESIZE, "'ow' is -1");
    refuses(INT_MAX, INT_MAX, INT_MAX, 1, 2, 2, REF_EOVERFLOW, "'x'");
    refuses(1, 1, 1, 1, INT_MAX, INT_MAX, REF_EOVERFLOW, "'y'");
    ck_assert_int_eq(
        ref_adaptive_avg_pool3d(input, 1, 1, 0, 1, 1, 1, 1, 1, output),
        REF_ESIZE);
    ck_assert_ptr_nonnull(strstr(ref_status_message(), "'d' is 0"));
    ck_assert_int_eq(
        ref_adaptive_avg_pool3d(input, 1, 1, 1, 1, 1, 0, 1, 1, output),
        REF_ESIZE);
    ck_assert_ptr_nonnull(strstr(ref_status_message(), "'od' is 0"));
    ck_assert_int_eq(ref_adaptive_avg_pool1d(NULL, 1, 1, 4, 2, output),
                     REF_ENULL);
    ck_assert_int_eq(ref_adaptive_avg_pool1d(input, 1, 1, 4, 2, NULL),
                     REF_ENULL);
    ck_assert_int_eq(ref_adaptive_avg_pool1d(input, 1, 1, 4, 2, input + 3),
                     REF_EOVERLAP);
    ck_assert_int_eq(ref_adaptive_avg_pool1d(NULL, 0, 1, 4, 2, NULL), REF_OK);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_adaptive_avg_pool1d_by_hand);
    suite_test(test_adaptive_avg_pool_random_shapes);
    suite_case("edges");
    suite_test(test_adaptive_avg_pool1d_specials);
    suite_case("properties");
    suite_test(test_adaptive_avg_pool2d_where_it_comes_out_even);
    suite_case("manners");
    suite_test(test_adaptive_avg_pool_refuses);
}

int main(void)
{
    return suite_main("adaptive_pool", fill);
}
