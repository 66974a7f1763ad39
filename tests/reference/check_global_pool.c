/* Tests of reference/global_pool.c. */
#include <float.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "reference/global_pool.h"
#include "reference/microkernels/microkernels.h"
#include "tests/support/guarded.h"
#include "tests/support/random.h"
#include "tests/support/suite.h"
#include "tests/support/trials.h"

/* Y. Lu: averaging each channel. */
START_TEST(test_global_pool_of_the_lecture)
{
    float x[24], y[2];

    for (int i = 0; i < 24; i++)
        x[i] = (float)i;
    ck_assert_int_eq(ref_global_avg_pool(x, 1, 2, 1, 3, 4, y), REF_OK);
    ck_assert_float_eq(y[0], 5.5f);
    ck_assert_float_eq(y[1], 17.5f);
    ck_assert_int_eq(ref_global_max_pool(x, 1, 2, 1, 3, 4, y), REF_OK);
    ck_assert_float_eq(y[0], 11);
    ck_assert_float_eq(y[1], 23);
}
END_TEST

static void check_channel(const float *x, int count, float average,
                          float largest)
{
    double sum = 0.0, magnitude = 0.0;
    int found = 0;

    for (int i = count - 1; i >= 0; i--) {
        sum += (double)x[i];
        magnitude += fabs((double)x[i]);
        found |= x[i] == largest;
        ck_assert_float_le(x[i], largest);
    }
    ck_assert(found);
    ck_assert_double_le(fabs((double)average - sum / count),
                        0x1p-24 * fabs(sum / count) + 0x1p-52 * magnitude +
                            0x1p-149);
}

static void try_one(dice *d, guard_side side)
{
    int n = dice_int(d, 1, 3), c = dice_int(d, 1, 3), deep = dice_int(d, 1, 3);
    int h = dice_int(d, 1, 5), w = dice_int(d, 1, 40), volume = deep * h * w;
    size_t outputs = (size_t)n * (size_t)c, inputs = outputs * (size_t)volume;
    float *values = malloc(inputs * sizeof *values), *x;
    float *average = guarded_new(outputs * sizeof *average, side);
    float *largest = guarded_new(outputs * sizeof *largest, side);

    ck_assert_ptr_nonnull(values);
    for (size_t i = 0; i < inputs; i++)
        values[i] = dice_float(d) - 2.0f * (float)(i % 2);
    x = guarded_copy(values, inputs * sizeof *values, side);
    free(values);
    ck_assert_int_eq(ref_global_avg_pool(x, n, c, deep, h, w, average), REF_OK);
    ck_assert_int_eq(ref_global_max_pool(x, n, c, deep, h, w, largest), REF_OK);
    for (int k = 0; k < n * c; k++)
        check_channel(x + k * volume, volume, average[k], largest[k]);
    guarded_free(x, inputs * sizeof *x);
    guarded_free(average, outputs * sizeof *average);
    guarded_free(largest, outputs * sizeof *largest);
}

START_TEST(test_global_pool_random_shapes)
{
    dice d = {1};

    for (int i = 0; i < TABLES; i++)
        for (int round = 0; use_table(i) && round < 300; round++)
            try_one(&d, (guard_side)(round % 2));
    ref_cpu_use(NULL);
}
END_TEST

/* Would pass unseen: a sum in float32, which stands still at 2^24. */
START_TEST(test_global_avg_pool_of_many)
{
    enum { COUNT = (1 << 24) + 4 };
    float *x = malloc(COUNT * sizeof *x), y[1];

    ck_assert_ptr_nonnull(x);
    for (int i = 0; i < COUNT; i++)
        x[i] = 3.0f;
    ck_assert_int_eq(ref_global_avg_pool(x, 1, 1, 1, 4, COUNT / 4, y), REF_OK);
    ck_assert_float_eq(y[0], 3.0f);
    free(x);
}
END_TEST

/* Each channel has its own; finite numbers do not overflow. */
START_TEST(test_global_pool_specials)
{
    const float x[] = {FLT_MAX,   FLT_MAX, 1, INFINITY,  -INFINITY, INFINITY,
                       -INFINITY, 2,       3, NAN,       -INFINITY, -INFINITY,
                       NAN,       9,       9, -INFINITY, NAN,       -5};
    float y[9];

    ck_assert_int_eq(ref_global_avg_pool(x, 1, 9, 1, 1, 2, y), REF_OK);
    ck_assert_float_eq(y[0], FLT_MAX);
    ck_assert_float_eq(y[1], INFINITY);
    ck_assert_float_nan(y[2]);
    ck_assert_float_eq(y[3], -INFINITY);
    ck_assert_float_nan(y[4]);
    ck_assert_int_eq(ref_global_max_pool(x, 1, 9, 1, 2, 1, y), REF_OK);
    ck_assert_float_eq(y[2], INFINITY);
    ck_assert_float_eq(y[3], 2);
    ck_assert_float_nan(y[4]);
    ck_assert_float_eq(y[5], -INFINITY);
    ck_assert_float_nan(y[6]);
    ck_assert_float_eq(y[7], 9);
    ck_assert_float_nan(y[8]);
}
END_TEST

/* Of zeros the first one's sign, wherever in a vector it stands; a NaN or a
 * large number is found everywhere. */
START_TEST(test_global_max_pool_at_each_place)
{
    enum { COUNT = 40 };
    float x[COUNT], y;

    for (int count = 1; use_table(_i) && count <= COUNT; count++)
        for (int at = 0; at < count; at++) {
            const float winners[] = {0.0f, -0.0f, 7.0f, NAN};

            for (int k = 0; k < 4; k++) {
                for (int i = 0; i < count; i++)
                    x[i] = i < at || k > 1 ? -2.0f : k == 0 ? -0.0f : 0.0f;
                x[at] = winners[k];
                ck_assert_int_eq(ref_global_max_pool(x, 1, 1, 1, 1, count, &y),
                                 REF_OK);
                if (k < 3 ? y != winners[k] || !signbit(y) == (k == 1)
                          : !isnan(y))
                    ck_abort_msg("%g at %d of %d: %g", (double)winners[k], at,
                                 count, (double)y);
            }
        }
    ref_cpu_use(NULL);
}
END_TEST

typedef ref_status pool(const float *x, int n, int c, int d, int h, int w,
                        float *y);

static float input[64], output[64];

/* The status, a message with the given words, and y as it was. */
static void refuses(pool *of, const int dims[5], ref_status expected,
                    const char *words)
{
    memset(output, 0x55, sizeof output);
    ck_assert_int_eq(
        of(input, dims[0], dims[1], dims[2], dims[3], dims[4], output),
        expected);
    ck_assert_msg(strstr(ref_status_message(), words) != NULL,
                  "message '%s' lacks '%s'", ref_status_message(), words);
    for (size_t i = 0; i < sizeof output; i++)
        ck_assert_int_eq(((unsigned char *)output)[i], 0x55);
}

START_TEST(test_global_pool_refuses)
{
    pool *of = _i ? ref_global_max_pool : ref_global_avg_pool;

    refuses(of, (int[]){-1, 1, 1, 1, 1}, REF_ESIZE, "'n' is -1");
    refuses(of, (int[]){1, 0, 1, 1, 1}, REF_ESIZE, "'c' is 0");
    refuses(of, (int[]){1, 1, 0, 1, 1}, REF_ESIZE, "'d' is 0");
    refuses(of, (int[]){1, 1, 1, -4, 1}, REF_ESIZE, "'h' is -4");
    refuses(of, (int[]){1, 1, 1, 1, 0}, REF_ESIZE, "'w' is 0");
    refuses(of, (int[]){0, INT_MAX, INT_MAX, INT_MAX, 1}, REF_EOVERFLOW, "'x'");
    ck_assert_int_eq(of(NULL, 1, 1, 1, 1, 1, output), REF_ENULL);
    ck_assert_int_eq(of(input, 1, 1, 1, 1, 1, NULL), REF_ENULL);
    ck_assert_int_eq(of(input, 1, 4, 1, 2, 2, input + 15), REF_EOVERLAP);
    ck_assert_int_eq(of(input, 1, 4, 1, 2, 2, input + 16), REF_OK);
    ck_assert_int_eq(of(NULL, 0, 1, 1, 1, 1, NULL), REF_OK);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_global_pool_of_the_lecture);
    suite_test(test_global_pool_random_shapes);
    suite_case("edges");
    suite_test(test_global_avg_pool_of_many);
    suite_test(test_global_pool_specials);
    suite_loop(test_global_max_pool_at_each_place, TABLES);
    suite_case("manners");
    suite_loop(test_global_pool_refuses, 2);
}

int main(void)
{
    return suite_main("global_pool", fill);
}
