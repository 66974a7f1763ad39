/* Tests of reference/activation.c. */
#include <limits.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "reference/activation.h"
#include "tests/support/guarded.h"
#include "tests/support/random.h"
#include "tests/support/suite.h"

typedef ref_status elementwise(const float *x, size_t count, float *y);
typedef ref_status linewise(const float *x, const int *dims, int rank, int dim,
                            float *y);

static elementwise *const elementwises[] = {ref_relu, ref_sigmoid, ref_tanh};
static linewise *const linewises[] = {ref_softmax, ref_log_softmax};

/* A number that is NaN, infinite or within what the headers allow. */
static void is(float got, long double exact, long double factor)
{
    long double allowed = factor * (0x1p-24L * fabsl(exact) + 0x1p-150L);

    if (isnan(exact))
        ck_assert_float_nan(got);
    else if (isinf(exact))
        ck_assert_float_eq(got, (float)exact);
    else
        ck_assert_msg(fabsl((long double)got - exact) <= allowed,
                      "%.9g instead of %.12Lg", (double)got, exact);
}

START_TEST(test_activation_by_hand)
{
    const float x[] = {-2, -0.0f, 0, 3, NAN, INFINITY, -INFINITY};
    const float relu[] = {0, 0, 0, 3, NAN, INFINITY, 0};
    /* 1 / (1 + e^2) = 0.11920292202211755, 1 / (1 + e^-3) */
    const long double sigmoid[] = {
        0.11920292202211755L, 0.5L, 0.5L, 0.95257412682243322L, NAN, 1, 0};
    const long double tangent[] = {
        -0.96402758007581690L, 0, 0, 0.99505475368673045L, NAN, 1, -1};
    float y[7];

    ck_assert_int_eq(ref_relu(x, 7, y), REF_OK);
    for (int i = 0; i < 7; i++)
        is(y[i], (long double)relu[i], 0);
    ck_assert_int_eq(ref_sigmoid(x, 7, y), REF_OK);
    for (int i = 0; i < 7; i++)
        is(y[i], sigmoid[i], 1.001L);
    ck_assert_int_eq(ref_tanh(x, 7, y), REF_OK);
    for (int i = 0; i < 7; i++)
        is(y[i], tangent[i], 1.001L);
}
END_TEST

/* Any of the 2^32 floats; and those between -128 and 128, of which a random
 * pattern is rarely one that matters. */
static float any_float(dice *d, int round)
{
    uint32_t bits = (uint32_t)dice_int(d, INT_MIN, INT_MAX);
    float x;

    memcpy(&x, &bits, sizeof x);
    return round % 2 ? x : 128 * dice_float(d);
}

START_TEST(test_activation_within_the_promise)
{
    dice d = {1};

    for (int round = 0; round < 200000; round++) {
        const float x = any_float(&d, round);
        const long double v = (long double)x;
        float y = 7;

        ck_assert_int_eq(ref_relu(&x, 1, &y), REF_OK);
        is(y, isnan(v) || v > 0 ? v : 0, 0);
        ck_assert_int_eq(ref_sigmoid(&x, 1, &y), REF_OK);
        is(y, 1 / (1 + expl(-v)), 1.001L);
        ck_assert_int_eq(ref_tanh(&x, 1, &y), REF_OK);
        is(y, tanhl(v), 1.001L);
    }
}
END_TEST

/* Each count, between guards; every element as if it were alone; in place. */
START_TEST(test_activation_stays_inside)
{
    elementwise *f = elementwises[_i];
    float values[70], alone[70];
    dice d = {2};

    for (int i = 0; i < 70; i++) {
        values[i] = 4 * dice_float(&d);
        ck_assert_int_eq(f(&values[i], 1, &alone[i]), REF_OK);
    }
    for (size_t count = 1; count < 70; count++)
        for (int side = 0; side < 2; side++) {
            const size_t bytes = count * sizeof(float);
            float *x = guarded_copy(values, bytes, (guard_side)side);
            float *y = guarded_new(bytes, (guard_side)side);

            ck_assert_int_eq(f(x, count, y), REF_OK);
            ck_assert_mem_eq(y, alone, bytes);
            memcpy(y, values, bytes);
            ck_assert_int_eq(f(y, count, y), REF_OK);
            ck_assert_mem_eq(y, alone, bytes);
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

START_TEST(test_activation_refuses)
{
    elementwise *f = elementwises[_i];
    float x[8] = {1, 1, 1, 1, 1, 1, 1, 1}, y[4] = {7, 7, 7, 7};

    refuses(f(NULL, 4, y), REF_ENULL, "'x'");
    refuses(f(x, 4, NULL), REF_ENULL, "'y'");
    refuses(f(x, SIZE_MAX / 4 + 2, y), REF_EOVERFLOW, "'x'");
    refuses(f(x, 4, x + 1), REF_EOVERLAP, "'y' overlaps argument 'x'");
    refuses(f(x + 3, 4, x), REF_EOVERLAP, "'y'");
    ck_assert_int_eq(f(NULL, 0, NULL), REF_OK);
    for (int i = 0; i < 4; i++)
        ck_assert(x[i] == 1 && y[i] == 7);
}
END_TEST

/* The columns of 2 x 3: in each the second score is larger by log 3. */
START_TEST(test_softmax_by_hand)
{
    const float log3 = 1.09861228866810969f;
    const float x[] = {0, 100, -5, log3, 100 + log3, -5 + log3};
    float y[6];

    for (int dim = -2; dim <= 0; dim += 2) {
        ck_assert_int_eq(ref_softmax(x, (int[]){2, 3}, 2, dim, y), REF_OK);
        for (int i = 0; i < 6; i++) /* 100 + log3 is rounded: 2^-18 */
            ck_assert_float_eq_tol(y[i], i < 3 ? 0.25f : 0.75f, 0x1p-18f);
        ck_assert_int_eq(ref_log_softmax(x, (int[]){2, 3}, 2, dim, y), REF_OK);
        for (int i = 0; i < 6; i++)
            ck_assert_float_eq_tol(
                y[i], i < 3 ? -1.3862943611f : -0.2876820724f, 0x1p-17f);
    }
    ck_assert_int_eq(ref_softmax((float[]){5, 5, 5, 5}, (int[]){4}, 1, -1, y),
                     REF_OK);
    for (int i = 0; i < 4; i++)
        ck_assert_float_eq(y[i], 0.25f);
}
END_TEST

/* Would pass unseen: scores that overflow, a logarithm of what is rounded to
 * 0 or to 1. exp(-50) = 1.9287498479639178e-22. */
START_TEST(test_softmax_far_out)
{
    const float x[] = {0, -50, -3e38f};
    float y[3];

    ck_assert_int_eq(ref_log_softmax(x, (int[]){3}, 1, 0, y), REF_OK);
    is(y[0], -1.9287498479639178e-22L, 2);
    is(y[1], -50, 2);
    is(y[2], (long double)-3e38f, 2);
    ck_assert_int_eq(ref_softmax(x, (int[]){3}, 1, 0, y), REF_OK);
    is(y[0], 1, 0);
    is(y[1], 1.9287498479639178e-22L, 2);
    is(y[2], 0, 0);
    ck_assert_int_eq(ref_softmax((float[]){3e38f, 3e38f}, (int[]){2}, 1, 0, y),
                     REF_OK);
    is(y[0], 0.5L, 0);
}
END_TEST

/* The definition, element by element of any shape: all elements whose other
 * indices are the same make a line. Scores are moderate: nothing is
 * subtracted here. */
static long double slow_softmax(const float *x, size_t count, size_t at,
                                size_t n, size_t inner)
{
    long double sum = 0;

    for (size_t i = 0; i < count; i++)
        if (i % inner == at % inner && i / (inner * n) == at / (inner * n))
            sum += expl((long double)x[i]);
    return expl((long double)x[at]) / sum;
}

START_TEST(test_softmax_of_any_shape)
{
    enum { MOST = 4 * 4 * 4 * 4 * 4 };
    dice d = {11};

    for (int round = 0; round < 300; round++) {
        const int rank = dice_int(&d, 1, 5),
                  dim = dice_int(&d, -rank, rank - 1);
        const int axis = dim < 0 ? dim + rank : dim;
        const guard_side side = (guard_side)(round % 2);
        float values[MOST], *x, *y;
        int dims[5];
        size_t count = 1, inner = 1, bytes;

        for (int r = 0; r < rank; r++) {
            dims[r] = dice_int(&d, 1, 4);
            count *= (size_t)dims[r];
            inner *= r > axis ? (size_t)dims[r] : 1;
        }
        for (size_t i = 0; i < count; i++)
            values[i] = 20 * dice_float(&d);
        bytes = count * sizeof *values;
        x = guarded_copy(values, bytes, side);
        y = guarded_new(bytes, side);
        ck_assert_int_eq(ref_softmax(x, dims, rank, dim, y), REF_OK);
        for (size_t i = 0; i < count; i++)
            is(y[i], slow_softmax(values, count, i, (size_t)dims[axis], inner),
               2);
        ck_assert_int_eq(ref_log_softmax(x, dims, rank, dim, y), REF_OK);
        for (size_t i = 0; i < count; i++) {
            long double exact =
                logl(slow_softmax(values, count, i, (size_t)dims[axis], inner));

            /* logl of what is nearly 1 is off by 2^-63 */
            ck_assert_double_eq_tol((double)y[i], (double)exact,
                                    0x1p-23 * fabs((double)exact) + 0x1p-50);
        }
        for (int k = 0; k < 2; k++) { /* in place */
            float apart[MOST];

            ck_assert_int_eq(linewises[k](x, dims, rank, dim, apart), REF_OK);
            memcpy(y, values, bytes);
            ck_assert_int_eq(linewises[k](y, dims, rank, dim, y), REF_OK);
            ck_assert_mem_eq(y, apart, bytes);
        }
        guarded_free(x, bytes);
        guarded_free(y, bytes);
    }
}
END_TEST

/* As torch.nn.functional has it; each line is spoilt for itself. */
START_TEST(test_softmax_of_specials)
{
    const float x[] = {1,         NAN,       2,         1,         INFINITY, 2,
                       -INFINITY, -INFINITY, -INFINITY, -INFINITY, 4,        4};
    const int dims[] = {4, 3};
    float y[12];

    ck_assert_int_eq(ref_softmax(x, dims, 2, 1, y), REF_OK);
    for (int i = 0; i < 9; i++)
        ck_assert_float_nan(y[i]);
    ck_assert(y[9] == 0 && y[10] == 0.5f && y[11] == 0.5f);
    ck_assert_int_eq(ref_log_softmax(x, dims, 2, 1, y), REF_OK);
    for (int i = 0; i < 9; i++)
        ck_assert_float_nan(y[i]);
    ck_assert_float_eq(y[9], -INFINITY);
    is(y[10], -0.69314718055994531L, 2);
}
END_TEST

START_TEST(test_softmax_of_nothing_and_of_one)
{
    const int one[] = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
                       1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    float x = 5, y;

    for (int k = 0; k < 2; k++) {
        linewise *f = linewises[k];

        ck_assert_int_eq(f(NULL, (int[]){0, 3}, 2, 0, NULL), REF_OK);
        ck_assert_int_eq(f(NULL, (int[]){0, 3}, 2, 1, NULL), REF_OK);
        /* and it takes no time */
        ck_assert_int_eq(f(NULL, (int[]){INT_MAX, 1 << 28, 0}, 3, 1, NULL),
                         REF_OK);
        ck_assert_int_eq(f(&x, one, 38, -38, &y), REF_OK);
        ck_assert_float_eq(y, k == 0 ? 1 : 0);
    }
}
END_TEST

START_TEST(test_softmax_refuses)
{
    linewise *f = linewises[_i];
    const int dims[] = {2, 2};
    float x[8] = {1, 1, 1, 1, 1, 1, 1, 1}, y[4] = {7, 7, 7, 7};

    refuses(f(NULL, dims, 2, 0, y), REF_ENULL, "'x'");
    refuses(f(x, NULL, 2, 0, y), REF_ENULL, "'dims'");
    refuses(f(x, dims, 2, 0, NULL), REF_ENULL, "'y'");
    refuses(f(x, dims, 0, 0, y), REF_EPARAM, "'rank' is 0");
    refuses(f(x, dims, INT_MIN, 0, y), REF_EPARAM, "'rank'");
    refuses(f(x, dims, 2, 2, y), REF_EPARAM, "'dim' is 2");
    refuses(f(x, dims, 2, -3, y), REF_EPARAM, "must be -2 to 1");
    refuses(f(x, dims, 2, INT_MIN, y), REF_EPARAM, "'dim'");
    refuses(f(x, (int[]){2, -2}, 2, 0, y), REF_ESIZE, "size 1 of 'x' is -2");
    refuses(f(x, (int[]){INT_MAX, INT_MAX, 2}, 3, 0, y), REF_EOVERFLOW, "'x'");
    refuses(f(x, (int[]){INT_MAX, INT_MAX, 2, 0}, 4, 0, y), REF_EOVERFLOW,
            "'x'");
    refuses(f(x, dims, 2, 0, x + 1), REF_EOVERLAP, "'y'");
    for (int i = 0; i < 4; i++)
        ck_assert(x[i] == 1 && y[i] == 7);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_activation_by_hand);
    suite_test(test_activation_within_the_promise);
    suite_test(test_softmax_by_hand);
    suite_test(test_softmax_of_any_shape);
    suite_case("edges");
    suite_loop(test_activation_stays_inside, 3);
    suite_test(test_softmax_far_out);
    suite_test(test_softmax_of_specials);
    suite_test(test_softmax_of_nothing_and_of_one);
    suite_case("manners");
    suite_loop(test_activation_refuses, 3);
    suite_loop(test_softmax_refuses, 2);
}

int main(void)
{
    return suite_main("activation", fill);
}
