/* Tests of reference/local_response_norm.c. */
#include <limits.h>
#include <math.h>
#include <string.h>

#include "reference/local_response_norm.h"
#include "tests/support/guarded.h"
#include "tests/support/random.h"
#include "tests/support/suite.h"

/* alpha = size and beta = 1 leave x / (k + sum of squares). */
static void gives(const float *x, int c, int size, const float *divisors)
{
    const ref_lrn_params p = {size, (float)size, 1, 1};
    float y[8];

    ck_assert_int_eq(ref_local_response_norm(x, 1, c, 1, 1, &p, y), REF_OK);
    for (int k = 0; k < c; k++)
        ck_assert_float_eq(y[k], x[k] / divisors[k]);
}

START_TEST(test_lrn_by_hand)
{
    const float x[] = {1, 2, 3, 4, 5};

    gives(x, 5, 1, (float[]){2, 5, 10, 17, 26});
    /* an even window reaches further back */
    gives(x, 5, 2, (float[]){2, 6, 14, 26, 42});
    gives(x, 5, 3, (float[]){6, 15, 30, 51, 42});
    gives(x, 5, 4, (float[]){6, 15, 31, 55, 51});
    gives(x, 5, 5, (float[]){15, 31, 56, 55, 51});
    gives(x, 5, 9, (float[]){56, 56, 56, 56, 56});
}
END_TEST

/* The definition, in long double. */
static long double slow(const float *x, int c, int pixels, int k, int i,
                        const ref_lrn_params *p)
{
    long double sum = 0;

    for (int other = 0; other < c; other++)
        if (other >= k - p->size / 2 && other <= k + (p->size - 1) / 2)
            sum += powl((long double)x[other * pixels + i], 2);
    return (long double)x[k * pixels + i] /
           powl((long double)p->k + (long double)p->alpha * sum / p->size,
                (long double)p->beta);
}

START_TEST(test_lrn_is_its_definition)
{
    dice d = {17};

    for (int round = 0; round < 300; round++) {
        const int n = dice_int(&d, 1, 3), c = dice_int(&d, 1, 9),
                  h = dice_int(&d, 1, 4), w = dice_int(&d, 1, 4);
        const ref_lrn_params p = {dice_int(&d, 1, 11),
                                  fabsf(dice_float(&d)) * 2, 2 * dice_float(&d),
                                  fabsf(dice_float(&d)) + 0.01f};
        const ref_lrn_params *given = round % 8 ? &p : NULL;
        const ref_lrn_params used = given ? p : REF_LRN_DEFAULTS;
        const int pixels = h * w, count = n * c * pixels;
        const size_t bytes = (size_t)count * sizeof(float);
        const guard_side side = (guard_side)(round % 2);
        float values[3 * 9 * 16], *x, *y;

        for (int i = 0; i < count; i++)
            values[i] = ldexpf(dice_float(&d), dice_int(&d, -5, 10));
        x = guarded_copy(values, bytes, side);
        y = guarded_new(bytes, side);
        ck_assert_int_eq(ref_local_response_norm(x, n, c, h, w, given, y),
                         REF_OK);
        for (int i = 0; i < count; i++) {
            const float *image = values + i / (c * pixels) * c * pixels;
            long double exact =
                slow(image, c, pixels, i / pixels % c, i % pixels, &used);

            ck_assert_ldouble_le(fabsl((long double)y[i] - exact),
                                 1.001L *
                                     (0x1p-24L * fabsl(exact) + 0x1p-150L));
        }
        guarded_free(x, bytes);
        guarded_free(y, bytes);
    }
}
END_TEST

/* 5, 1e-4, 0.75 and 1; of one channel 2: 2 / (1 + 4e-4/5)^0.75. */
START_TEST(test_lrn_defaults)
{
    const float x = 2;
    float y;

    ck_assert_int_eq(ref_local_response_norm(&x, 1, 1, 1, 1, NULL, &y), REF_OK);
    ck_assert_double_eq_tol((double)y, 1.99988000839948, 1.2e-7);
}
END_TEST

/* Would pass unseen: squares in float; a running sum in which 1e19 leaves
 * nothing of the channels behind it. */
START_TEST(test_lrn_large_and_small)
{
    const ref_lrn_params p = {1, 1, 0.5f, 0};
    const float x[] = {3e38f, -1e-30f, 1e19f, 2, -2};
    float y[5];

    ck_assert_int_eq(ref_local_response_norm(x, 1, 5, 1, 1, &p, y), REF_OK);
    for (int k = 0; k < 5; k++)
        ck_assert_float_eq(y[k], x[k] > 0 ? 1 : -1);
}
END_TEST

/* As torch.nn.functional.local_response_norm has it. */
START_TEST(test_lrn_of_specials)
{
    const float x[] = {1, INFINITY, 3, NAN, 5, 6};
    const float zeros[] = {0, 0, 0, 0};
    ref_lrn_params p = REF_LRN_DEFAULTS;
    float y[6];

    p.size = 3;
    ck_assert_int_eq(ref_local_response_norm(x, 1, 6, 1, 1, &p, y), REF_OK);
    ck_assert_float_eq(y[0], 0);
    for (int k = 1; k < 5; k++)
        ck_assert_float_nan(y[k]);
    ck_assert_float_eq_tol(y[5], 5.99085f, 1e-4f);
    p.k = 0;
    ck_assert_int_eq(ref_local_response_norm(zeros, 1, 4, 1, 1, &p, y), REF_OK);
    ck_assert_float_nan(y[0]);
    p.k = -1;
    ck_assert_int_eq(ref_local_response_norm(x, 1, 1, 1, 1, &p, y), REF_OK);
    ck_assert_float_nan(y[0]);
}
END_TEST

START_TEST(test_lrn_of_no_images_and_huge_windows)
{
    ref_lrn_params p = {INT_MAX, 0, 1, 2};
    const float x[] = {1, 2, 3};
    float y[3];

    ck_assert_int_eq(ref_local_response_norm(NULL, 0, 3, 2, 2, NULL, NULL),
                     REF_OK);
    ck_assert_int_eq(ref_local_response_norm(x, 1, 3, 1, 1, &p, y), REF_OK);
    for (int k = 0; k < 3; k++)
        ck_assert_float_eq(y[k], x[k] / 2);
}
END_TEST

static void refuses(ref_status status, ref_status expected, const char *words)
{
    ck_assert_int_eq(status, expected);
    ck_assert_msg(strstr(ref_status_message(), words) != NULL,
                  "message '%s' lacks '%s'", ref_status_message(), words);
}

START_TEST(test_lrn_refuses)
{
    enum { BIG = INT_MAX };
    ref_lrn_params p = REF_LRN_DEFAULTS;
    float x[8] = {1, 1, 1, 1}, y[4] = {7, 7, 7, 7};

    refuses(ref_local_response_norm(NULL, 1, 4, 1, 1, NULL, y), REF_ENULL,
            "'x'");
    refuses(ref_local_response_norm(x, 1, 4, 1, 1, NULL, NULL), REF_ENULL,
            "'y'");
    refuses(ref_local_response_norm(x, -1, 4, 1, 1, NULL, y), REF_ESIZE,
            "'n' is -1");
    refuses(ref_local_response_norm(x, 1, 0, 1, 1, NULL, y), REF_ESIZE, "'c'");
    refuses(ref_local_response_norm(x, 1, 4, 0, 1, NULL, y), REF_ESIZE, "'h'");
    refuses(ref_local_response_norm(x, 1, 4, 1, INT_MIN, NULL, y), REF_ESIZE,
            "'w'");
    refuses(ref_local_response_norm(x, BIG, BIG, BIG, BIG, NULL, y),
            REF_EOVERFLOW, "'x'");
    refuses(ref_local_response_norm(x, 1, 4, 1, 1, NULL, x), REF_EOVERLAP,
            "'y'");
    p.size = 0;
    refuses(ref_local_response_norm(x, 1, 4, 1, 1, &p, y), REF_EPARAM,
            "'size' is 0");
    for (int i = 0; i < 4; i++)
        ck_assert(x[i] == 1 && y[i] == 7);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_lrn_by_hand);
    suite_test(test_lrn_is_its_definition);
    suite_test(test_lrn_defaults);
    suite_case("edges");
    suite_test(test_lrn_large_and_small);
    suite_test(test_lrn_of_specials);
    suite_test(test_lrn_of_no_images_and_huge_windows);
    suite_case("manners");
    suite_test(test_lrn_refuses);
}

int main(void)
{
    return suite_main("local_response_norm", fill);
}
