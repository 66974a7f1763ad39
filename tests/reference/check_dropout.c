/* Tests of reference/dropout.c. */
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "reference/dropout.h"
#include "tests/support/guarded.h"
#include "tests/support/random.h"
#include "tests/support/suite.h"

enum { MANY = 100000 };
static float ones[MANY], result[MANY], other[MANY];

static void fill_ones(void)
{
    for (int i = 0; i < MANY; i++)
        ones[i] = 1;
}

/* The first five numbers of splitmix64 from the state 1234567, as its users
 * publish them: 6457827717110365317, 3203168211198807973,
 * 9817491932198370423, 4593380528125082431, 16408922859458223821. As
 * fractions of 2^64: 0.350, 0.1736, 0.532, 0.249, 0.8895. */
START_TEST(test_dropout_published_numbers)
{
    static const double fraction[] = {
        6457827717110365317.0 / 0x1p64, 3203168211198807973.0 / 0x1p64,
        9817491932198370423.0 / 0x1p64, 4593380528125082431.0 / 0x1p64,
        16408922859458223821.0 / 0x1p64};
    const float x[] = {1, 1, 1, 1, 1};
    float y[5];

    for (int step = 0; step <= 64; step++) {
        const float p = (float)step / 64;

        ck_assert_int_eq(ref_dropout(x, 5, p, 1234567, y), REF_OK);
        for (int i = 0; i < 5; i++)
            ck_assert_int_eq(y[i] == 0, fraction[i] < (double)p);
    }
}
END_TEST

/* The dice of the tests are the same generator, written by another hand. A
 * number of theirs is r*2 - 1: r < 1/2 is a number below 0, exactly. */
START_TEST(test_dropout_at_one_half)
{
    static const uint64_t seeds[] = {0, 1, 2, UINT64_MAX, 1u << 31};

    fill_ones();
    for (int s = 0; s < 5; s++) {
        dice d = {seeds[s]};

        ck_assert_int_eq(ref_dropout(ones, MANY, 0.5f, seeds[s], result),
                         REF_OK);
        for (int i = 0; i < MANY; i++) {
            float r = dice_float(&d);

            ck_assert_float_eq(result[i], r < 0 ? 0 : 2);
        }
    }
}
END_TEST

/* The first element of a seed whose first number is known: seeds found by
 * running the generator backwards from 0, 2^63, 2^63 - 1 and 2^64 - 1. Would
 * pass unseen: a comparison that is not < but <=. */
START_TEST(test_dropout_at_the_threshold)
{
    static const uint64_t is_zero = 0x61c8864680b583eb,
                          is_half = 0x2fedf1efce1d5545,
                          is_below = 0x0d4f88b4067761bd,
                          is_last = 0x31628af67b2131ab;
    static const struct {
        uint64_t seed;
        float p;
        int lost;
    } cases[] = {{is_zero, 0, 0},
                 {is_zero, 0x1p-149f, 1},
                 {is_half, 0.5f, 0},
                 {is_half, 0x1.000002p-1f, 1},
                 {is_below, 0.5f, 1},
                 {is_below, 0x1.fffffep-2f, 0},
                 {is_last, 0x1.fffffep-1f, 0},
                 {is_last, 1, 1}};
    const float x = 1;

    for (int i = 0; i < 8; i++) {
        float y;

        ck_assert_int_eq(ref_dropout(&x, 1, cases[i].p, cases[i].seed, &y),
                         REF_OK);
        ck_assert_msg((y == 0) == cases[i].lost, "case %d: %g", i, (double)y);
    }
}
END_TEST

/* Of m elements p*m are lost, give or take sqrt(m p (1-p)); six of these is
 * one in 10^9. The mean stays 1, the variance becomes p / (1-p). */
START_TEST(test_dropout_mean_and_variance)
{
    static const float ps[] = {0.01f, 0.1f, 0.3f, 0.5f, 0.9f, 0.99f};

    fill_ones();
    for (int k = 0; k < 6; k++)
        for (uint64_t seed = 0; seed < 4; seed++) {
            double p = (double)ps[k], lost = 0, sum = 0, squares = 0;
            double deviation = sqrt(MANY * p * (1 - p));

            ck_assert_int_eq(ref_dropout(ones, MANY, ps[k], seed, result),
                             REF_OK);
            for (int i = 0; i < MANY; i++) {
                lost += result[i] == 0;
                sum += (double)result[i];
                squares += (double)result[i] * (double)result[i];
            }
            ck_assert_double_eq_tol(lost, MANY * p, 6 * deviation);
            ck_assert_double_eq_tol(sum / MANY, 1,
                                    6 * deviation / MANY / (1 - p));
            ck_assert_double_eq_tol(squares / MANY - 1, p / (1 - p),
                                    6 * deviation / MANY / (1 - p) / (1 - p));
        }
}
END_TEST

/* Neighbours, and the same place under neighbouring seeds, agree half of the
 * time, give or take sqrt(MANY)/2; again six of these. */
START_TEST(test_dropout_seeds_and_neighbours_differ)
{
    const double much = 6 * sqrt(MANY) / 2;

    fill_ones();
    for (uint64_t seed = 0; seed < 8; seed++) {
        int seeds_agree = 0, neighbours_agree = 0;

        ck_assert_int_eq(ref_dropout(ones, MANY, 0.5f, seed, result), REF_OK);
        ck_assert_int_eq(ref_dropout(ones, MANY, 0.5f, seed + 1, other),
                         REF_OK);
        for (int i = 0; i < MANY; i++) {
            seeds_agree += result[i] == other[i];
            if (i > 0)
                neighbours_agree += result[i] == result[i - 1];
        }
        ck_assert_double_eq_tol(seeds_agree, MANY / 2.0, much);
        ck_assert_double_eq_tol(neighbours_agree, MANY / 2.0, much);
    }
}
END_TEST

/* Element i has one fate, whatever count is, and p only moves the line. */
START_TEST(test_dropout_element_for_itself)
{
    static const size_t counts[] = {1, 2, 3, 7, 64, 65, 1000};

    fill_ones();
    ck_assert_int_eq(ref_dropout(ones, MANY, 0.3f, 7, result), REF_OK);
    for (int k = 0; k < 7; k++) {
        memset(other, 0xff, sizeof other);
        ck_assert_int_eq(ref_dropout(ones, counts[k], 0.3f, 7, other), REF_OK);
        ck_assert_mem_eq(result, other, counts[k] * sizeof *other);
        ck_assert_float_nan(other[counts[k]]);
    }
    ck_assert_int_eq(ref_dropout(ones, MANY, 0.6f, 7, other), REF_OK);
    for (int i = 0; i < MANY; i++)
        ck_assert(result[i] != 0 || other[i] == 0);
}
END_TEST

START_TEST(test_dropout_scales_what_stays)
{
    dice d = {3};

    for (int round = 0; round < 20000; round++) {
        float x = ldexpf(dice_float(&d), dice_int(&d, -140, 100));
        float p = fabsf(dice_float(&d)) * 0.999f, y;
        long double exact = (long double)x / (1 - (long double)p);

        ck_assert_int_eq(ref_dropout(&x, 1, p, (uint64_t)round, &y), REF_OK);
        if (y != 0)
            ck_assert_ldouble_le(fabsl((long double)y - exact),
                                 1.001L *
                                     (0x1p-24L * fabsl(exact) + 0x1p-150L));
    }
}
END_TEST

START_TEST(test_dropout_all_and_nothing)
{
    const float x[] = {NAN, INFINITY, -INFINITY, -1, 0x1p-149f, 3.4e38f};
    float y[6];

    ck_assert_int_eq(ref_dropout(x, 6, 0, 5, y), REF_OK);
    ck_assert_float_nan(y[0]);
    for (int i = 1; i < 6; i++)
        ck_assert_float_eq(y[i], x[i]);
    ck_assert_int_eq(ref_dropout(x, 6, 1, 5, y), REF_OK);
    for (int i = 0; i < 3; i++)
        ck_assert_float_nan(y[i]);
    for (int i = 3; i < 6; i++)
        ck_assert_float_eq(y[i], 0);
}
END_TEST

START_TEST(test_dropout_in_place_between_guards)
{
    fill_ones();
    for (size_t count = 1; count < 40; count++)
        for (int side = 0; side < 2; side++) {
            const size_t bytes = count * sizeof(float);
            float *x = guarded_copy(ones, bytes, (guard_side)side);
            float *y = guarded_new(bytes, (guard_side)side);

            ck_assert_int_eq(ref_dropout(x, count, 0.5f, 9, y), REF_OK);
            for (size_t i = 0; i < count; i++)
                ck_assert(y[i] == 0 || y[i] == 2);
            memcpy(result, y, bytes);
            memcpy(y, ones, bytes);
            ck_assert_int_eq(ref_dropout(y, count, 0.5f, 9, y), REF_OK);
            ck_assert_mem_eq(y, result, bytes);
            guarded_free(x, bytes);
            guarded_free(y, bytes);
        }
}
END_TEST

static void refuses(ref_status status, ref_status expected, const char *words)
{
    ck_assert_int_eq(status, expected);
    ck_assert_msg(strstr(ref_status_message(), words) != NULL,
                  "message '%s' lacks '%s'", ref_status_message(), words);
}

START_TEST(test_dropout_refuses)
{
    float x[4] = {1, 1, 1, 1}, y[4] = {7, 7, 7, 7};

    refuses(ref_dropout(x, 4, -0.1f, 0, y), REF_EPARAM, "'p' is -0.1");
    refuses(ref_dropout(x, 4, 1.1f, 0, y), REF_EPARAM, "'p' is 1.1");
    refuses(ref_dropout(x, 4, NAN, 0, y), REF_EPARAM, "'p' is ");
    refuses(ref_dropout(NULL, 4, 0.5f, 0, y), REF_ENULL, "'x'");
    refuses(ref_dropout(x, 4, 0.5f, 0, NULL), REF_ENULL, "'y'");
    refuses(ref_dropout(x, SIZE_MAX, 0.5f, 0, y), REF_EOVERFLOW, "'x'");
    refuses(ref_dropout(x, 3, 0.5f, 0, x + 1), REF_EOVERLAP, "'y'");
    ck_assert_int_eq(ref_dropout(NULL, 0, 0.5f, 0, NULL), REF_OK);
    for (int i = 0; i < 4; i++)
        ck_assert(x[i] == 1 && y[i] == 7);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_dropout_published_numbers);
    suite_test(test_dropout_at_one_half);
    suite_test(test_dropout_at_the_threshold);
    suite_test(test_dropout_element_for_itself);
    suite_test(test_dropout_scales_what_stays);
    suite_case("properties");
    suite_test(test_dropout_mean_and_variance);
    suite_test(test_dropout_seeds_and_neighbours_differ);
    suite_case("edges");
    suite_test(test_dropout_all_and_nothing);
    suite_test(test_dropout_in_place_between_guards);
    suite_case("manners");
    suite_test(test_dropout_refuses);
}

int main(void)
{
    return suite_main("dropout", fill);
}
