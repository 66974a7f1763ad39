/* Tests of reference/linear.c. */
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "reference/bound.h"
#include "reference/linear.h"
#include "tests/support/guarded.h"
#include "tests/support/random.h"
#include "tests/support/suite.h"
#include "tests/support/trials.h"

/* Would pass unseen: weight read as in_features x out_features. */
START_TEST(test_linear_by_hand)
{
    const float x[] = {1, 10, 100, 2, 20, 200};
    const float weight[] = {1, 2, 3, 4, 5, 6}, bias[] = {1000, 2000};
    const float expected[] = {1321, 2654, 1642, 3308};
    float y[4];

    ck_assert_int_eq(ref_linear(x, 2, 3, weight, 2, bias, y), REF_OK);
    for (int i = 0; i < 4; i++)
        ck_assert_float_eq(y[i], expected[i]);
    ck_assert_int_eq(ref_linear(x, 2, 3, weight, 2, NULL, y), REF_OK);
    for (int i = 0; i < 4; i++)
        ck_assert_float_eq(y[i], expected[i] - bias[i % 2]);
}
END_TEST

/* One y: a row of x, a row of weight, bias or NULL. */
static void judge_one(const float *x, const float *w, int n, const float *bias,
                      float y, judgement *judge)
{
    double exact = bias ? (double)*bias : 0.0, magnitude = fabs(exact);

    for (int k = 0; k < n; k++) {
        exact += (double)x[k] * (double)w[k];
        magnitude += fabs((double)x[k] * (double)w[k]);
    }
    judge(y, exact, ref_sum_bound(n + 1, magnitude));
}

/* One layer between forbidden pages, every element judged. */
static void try_one(dice *d, kind *make, guard_side side, judgement *judge)
{
    int n = dice_int(d, 1, 4), in = dice_int(d, 1, 70), out = dice_int(d, 1, 9);
    float *x = guarded_numbers(d, n * in, make, side);
    float *weight = guarded_numbers(d, out * in, make, side);
    float *bias = guarded_numbers(d, out, make, side);
    const float *used = dice_int(d, 0, 1) ? bias : NULL;
    float *y = guarded_new((size_t)(n * out) * sizeof *y, side);

    ck_assert_int_eq(ref_linear(x, n, in, weight, out, used, y), REF_OK);
    for (int b = 0; b < n; b++)
        for (int o = 0; o < out; o++)
            judge_one(x + b * in, weight + o * in, in, used ? used + o : NULL,
                      y[b * out + o], judge);
    guarded_free(x, (size_t)(n * in) * sizeof *x);
    guarded_free(weight, (size_t)(out * in) * sizeof *weight);
    guarded_free(bias, (size_t)out * sizeof *bias);
    guarded_free(y, (size_t)(n * out) * sizeof *y);
}

/* A table that this machine does not run is left out. */
static void try_many(int table, unsigned seed, kind *make, judgement *judge)
{
    dice d = {seed};

    if (!use_table(table))
        return;
    for (int round = 0; round < 300; round++)
        try_one(&d, make, (guard_side)(round % 2), judge);
}

START_TEST(test_linear_random_shapes_integers)
{
    try_many(_i, 1, kind_whole, judge_equal);
}
END_TEST

START_TEST(test_linear_random_shapes_reals)
{
    try_many(_i, 2, dice_float, judge_near);
}
END_TEST

START_TEST(test_linear_random_shapes_specials)
{
    try_many(_i, 3, kind_special, judge_special);
}
END_TEST

/* A call that is right in everything; tests change one thing of it. */
typedef struct call {
    const float *x;
    int n, in_features;
    const float *weight;
    int out_features;
    const float *bias;
    float *y;
} call;

static float input[6], weight[15], bias[5], output[10];

static call good_call(void)
{
    return (call){input, 2, 3, weight, 5, bias, output};
}

static ref_status run(const call *c)
{
    return ref_linear(c->x, c->n, c->in_features, c->weight, c->out_features,
                      c->bias, c->y);
}

/* The status, a message with the given words, and y as it was. */
static void refuses(call c, ref_status expected, const char *words)
{
    memset(output, 0x55, sizeof output);
    ck_assert_int_eq(run(&c), expected);
    ck_assert_msg(strstr(ref_status_message(), words) != NULL,
                  "message '%s' lacks '%s'", ref_status_message(), words);
    for (size_t i = 0; i < sizeof output; i++)
        ck_assert_int_eq(((unsigned char *)output)[i], 0x55);
}

#define REFUSES(field, value, status, words)                                   \
    do {                                                                       \
        call c = good_call();                                                  \
        c.field = (value);                                                     \
        refuses(c, status, words);                                             \
    } while (0)

START_TEST(test_linear_refuses)
{
    call good = good_call();

    ck_assert_int_eq(run(&good), REF_OK);
    REFUSES(x, NULL, REF_ENULL, "'x' is NULL");
    REFUSES(weight, NULL, REF_ENULL, "'weight' is NULL");
    REFUSES(y, NULL, REF_ENULL, "'y' is NULL");
    REFUSES(n, -1, REF_ESIZE, "'n' is -1");
    REFUSES(in_features, 0, REF_ESIZE, "'in_features' is 0");
    REFUSES(out_features, 0, REF_ESIZE, "'out_features' is 0");
    REFUSES(out_features, INT_MIN, REF_ESIZE, "'out_features' is -2147483648");
}
END_TEST

/* Two sizes of 2^31 - 1 are almost 2^64 bytes; half of that can be addressed.
 */
START_TEST(test_linear_refuses_absurd_products)
{
    call c = good_call();

    c.n = c.in_features = INT_MAX;
    refuses(c, REF_EOVERFLOW, "'x'");
    c.n = 1;
    c.out_features = INT_MAX;
    refuses(c, REF_EOVERFLOW, "'weight'");
    c.in_features = 1;
    c.n = INT_MAX;
    refuses(c, REF_EOVERFLOW, "'y'");
}
END_TEST

/* One float of overlap on either end. */
START_TEST(test_linear_refuses_overlap)
{
    static float memory[60];
    call c = good_call();

    c.y = memory + 20;
    c.x = memory + 20 + 9;
    refuses(c, REF_EOVERLAP, "'x'");
    c.x = memory + 20 + 10;
    c.weight = memory + 20 - 14;
    refuses(c, REF_EOVERLAP, "'weight'");
    c.weight = memory + 20 - 15;
    c.bias = memory + 20 - 4;
    refuses(c, REF_EOVERLAP, "'bias'");
    c.bias = memory + 20 - 5;
    ck_assert_int_eq(run(&c), REF_OK);
}
END_TEST

START_TEST(test_linear_empty_batch)
{
    call c = good_call();

    c.n = 0;
    c.x = NULL;
    c.y = NULL;
    ck_assert_int_eq(run(&c), REF_OK);
    c.in_features = 0;
    refuses(c, REF_ESIZE, "'in_features' is 0");
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_linear_by_hand);
    suite_loop(test_linear_random_shapes_integers, TABLES);
    suite_loop(test_linear_random_shapes_reals, TABLES);
    suite_case("edges");
    suite_loop(test_linear_random_shapes_specials, TABLES);
    suite_test(test_linear_empty_batch);
    suite_test(test_linear_refuses_absurd_products);
    suite_case("manners");
    suite_test(test_linear_refuses);
    suite_test(test_linear_refuses_overlap);
}

int main(void)
{
    return suite_main("linear", fill);
}
