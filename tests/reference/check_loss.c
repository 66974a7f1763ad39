/* Tests of reference/loss.c. */
#include <limits.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "reference/loss.h"
#include "tests/support/guarded.h"
#include "tests/support/random.h"
#include "tests/support/suite.h"

enum { MOST_CLASSES = 6, MOST_PLACES = 4 * 3 * 3 };

typedef ref_status class_loss(const float *x, int n, int c, int h, int w,
                              const int64_t *target, const float *weight,
                              const ref_loss_params *p, float *y);

static const ref_loss_params none = {REF_REDUCTION_NONE, -100, 0};
static const ref_loss_params mean = {REF_REDUCTION_MEAN, -100, 0};
static const ref_loss_params sum = {REF_REDUCTION_SUM, -100, 0};

/* Two images of 1 x 2, three classes: whole numbers. */
static const float scores[] = {-1, -2, -3, -4,  -5,  -6,
                               -7, -8, -9, -10, -11, -12};
static const int64_t classes[] = {2, 0, -100, 1};
static const float weights[] = {2, 3, 1};

static void gives(const float *weight, const ref_loss_params *p,
                  const float *expected, int count)
{
    float y[4];

    ck_assert_int_eq(ref_nll_loss(scores, 2, 3, 1, 2, classes, weight, p, y),
                     REF_OK);
    for (int i = 0; i < count; i++)
        ck_assert_float_eq(y[i], expected[i]);
}

START_TEST(test_nll_loss_by_hand)
{
    gives(NULL, &none, (float[]){5, 2, 0, 10}, 4);
    gives(NULL, &sum, (float[]){17}, 1);
    gives(NULL, &mean, (float[]){17.0f / 3}, 1);
    gives(NULL, NULL, (float[]){17.0f / 3}, 1);
    gives(weights, &none, (float[]){5, 4, 0, 30}, 4);
    gives(weights, &sum, (float[]){39}, 1);
    gives(weights, &mean, (float[]){39.0f / 6}, 1);
}
END_TEST

/* Would pass unseen: an ignore_index that must be a class, or none. */
START_TEST(test_nll_loss_ignores_any_number)
{
    const int64_t targets[] = {2, INT64_MIN, 1, 2};
    ref_loss_params p = {REF_REDUCTION_MEAN, 2, 0};
    float y[4];

    ck_assert_int_eq(ref_nll_loss(scores, 2, 3, 1, 2, targets, NULL, &p, y),
                     REF_EPARAM);
    p.ignore_index = INT64_MIN;
    ck_assert_int_eq(ref_nll_loss(scores, 2, 3, 1, 2, targets, NULL, &p, y),
                     REF_OK);
    ck_assert_float_eq(y[0], (5.0f + 9 + 12) / 3);
    p.ignore_index = 2;
    ck_assert_int_eq(
        ref_nll_loss(scores, 2, 3, 1, 2, (int64_t[]){2, 0, 1, 2}, NULL, &p, y),
        REF_OK);
    ck_assert_float_eq(y[0], (2.0f + 9) / 2);
}
END_TEST

/* Two equal scores: log 2; with smoothing too, for all q are the same. */
START_TEST(test_cross_entropy_by_hand)
{
    const float x[] = {7, 7}, half[] = {0.5f, 0.5f};
    const ref_loss_params smooth = {REF_REDUCTION_MEAN, -100, 0.5f};
    const float log2 = 0.693147180559945f;
    float y;

    ck_assert_int_eq(
        ref_cross_entropy(x, 1, 2, 1, 1, (int64_t[]){1}, NULL, NULL, &y),
        REF_OK);
    ck_assert_float_eq_tol(y, log2, 1e-7f);
    ck_assert_int_eq(
        ref_cross_entropy(x, 1, 2, 1, 1, (int64_t[]){0}, NULL, &smooth, &y),
        REF_OK);
    ck_assert_float_eq_tol(y, log2, 1e-7f);
    ck_assert_int_eq(
        ref_cross_entropy_probabilities(x, 1, 2, 1, 1, half, NULL, NULL, &y),
        REF_OK);
    ck_assert_float_eq_tol(y, log2, 1e-7f);
}
END_TEST

/* A random call of one of the three. */
typedef struct call {
    int n, c, h, w;
    float x[MOST_PLACES * MOST_CLASSES];
    int64_t target[MOST_PLACES];
    float goal[MOST_PLACES * MOST_CLASSES];
    float weight[MOST_CLASSES];
    int weighed;
    ref_loss_params p;
} call;

static void roll(dice *d, call *t)
{
    t->n = dice_int(d, 1, 4);
    t->c = dice_int(d, 1, MOST_CLASSES);
    t->h = dice_int(d, 1, 3);
    t->w = dice_int(d, 1, 3);
    t->weighed = dice_int(d, 0, 1);
    t->p.reduction = (ref_reduction)dice_int(d, 0, 2);
    t->p.ignore_index = dice_int(d, -1, t->c);
    t->p.label_smoothing = dice_int(d, 0, 1) ? fabsf(dice_float(d)) : 0;
    for (int i = 0; i < t->n * t->c * t->h * t->w; i++) {
        t->x[i] = 10 * dice_float(d);
        t->goal[i] = fabsf(dice_float(d));
    }
    for (int i = 0; i < t->n * t->h * t->w; i++)
        t->target[i] =
            dice_int(d, 0, 3) ? dice_int(d, 0, t->c - 1) : t->p.ignore_index;
    for (int k = 0; k < t->c; k++)
        t->weight[k] = fabsf(dice_float(d)) + 0.1f;
}

/* Where class k of place i is: i counts image, row, column. */
static int element(const call *t, int i, int k)
{
    const int pixels = t->h * t->w;

    return (i / pixels * t->c + k) * pixels + i % pixels;
}

static long double weight_of(const call *t, int k)
{
    return t->weighed ? (long double)t->weight[k] : 1;
}

/* -weight[k] * log_softmax of place i, or of the score itself. */
static long double cost(const call *t, int i, int k, int is_log)
{
    long double score = (long double)t->x[element(t, i, k)], total = 0;

    for (int j = 0; j < t->c && !is_log; j++)
        total += expl((long double)t->x[element(t, i, j)]);
    return -weight_of(t, k) * (is_log ? score : score - logl(total));
}

enum kind { NLL, CLASSES, PROBABILITIES };

/* What place i loses; size is the same with absolute values. */
static long double slow(const call *t, enum kind kind, int i, long double *size)
{
    const long double s = (long double)t->p.label_smoothing;
    long double loss = 0;

    *size = 0;
    for (int k = 0; k < t->c; k++) {
        long double share = s / t->c;

        if (kind == PROBABILITIES)
            share += (1 - s) * (long double)t->goal[element(t, i, k)];
        else if (k == t->target[i])
            share += 1 - s;
        loss += share * cost(t, i, k, kind == NLL);
        *size += fabsl(share * cost(t, i, k, kind == NLL));
    }
    return loss;
}

/* The logarithms above are themselves off by some 2^-61 for each place. */
static void near(float got, long double exact, long double slack)
{
    long double allowed = 1.001L * (0x1p-24L * fabsl(exact) + 0x1p-150L) +
                          slack + MOST_PLACES * 0x1p-60L;

    if (isnan(exact))
        ck_assert_float_nan(got);
    else
        ck_assert_msg(fabsl((long double)got - exact) <= allowed,
                      "%.9g instead of %.12Lg", (double)got, exact);
}

static void is_right(const call *t, enum kind kind, const float *y)
{
    const int places = t->n * t->h * t->w;
    const long double rounding = (places + t->c) * 0x1p-50L;
    long double total = 0, sizes = 0, counts = 0;

    for (int i = 0; i < places; i++) {
        int counted =
            kind == PROBABILITIES || t->target[i] != t->p.ignore_index;
        long double size = 0, loss = counted ? slow(t, kind, i, &size) : 0;

        if (t->p.reduction == REF_REDUCTION_NONE)
            near(y[i], loss, rounding * size);
        total += loss;
        sizes += size;
        if (counted)
            counts +=
                kind == PROBABILITIES ? 1 : weight_of(t, (int)t->target[i]);
    }
    if (t->p.reduction == REF_REDUCTION_SUM)
        near(y[0], total, rounding * sizes);
    if (t->p.reduction == REF_REDUCTION_MEAN)
        near(y[0], total / counts, rounding * sizes / counts);
}

static ref_status run(const call *t, enum kind kind, const float *x,
                      const int64_t *target, const float *goal, float *y)
{
    const float *weight = t->weighed ? t->weight : NULL;

    if (kind == PROBABILITIES)
        return ref_cross_entropy_probabilities(x, t->n, t->c, t->h, t->w, goal,
                                               weight, &t->p, y);
    return (kind == NLL ? ref_nll_loss : ref_cross_entropy)(
        x, t->n, t->c, t->h, t->w, target, weight, &t->p, y);
}

START_TEST(test_loss_is_its_definition)
{
    const enum kind kind = (enum kind)_i;
    dice d = {37};
    call t = {0};

    for (int round = 0; round < 400; round++) {
        const guard_side side = (guard_side)(round % 2);
        size_t all, places, few;
        float *x, *goal, *y;
        int64_t *target;

        roll(&d, &t);
        if (kind == NLL)
            t.p.label_smoothing = 0;
        if (kind == PROBABILITIES)
            t.p.ignore_index = -1;
        places = (size_t)t.n * (size_t)t.h * (size_t)t.w;
        all = places * (size_t)t.c * sizeof *x;
        few = (t.p.reduction == REF_REDUCTION_NONE ? places : 1) * sizeof *y;
        x = guarded_copy(t.x, all, side);
        goal = guarded_copy(t.goal, all, side);
        target = guarded_copy(t.target, places * sizeof *target, side);
        y = guarded_new(few, side);
        ck_assert_int_eq(run(&t, kind, x, target, goal, y), REF_OK);
        is_right(&t, kind, y);
        guarded_free(x, all);
        guarded_free(goal, all);
        guarded_free(target, places * sizeof *target);
        guarded_free(y, few);
    }
}
END_TEST

/* The mean of nothing is NaN, the sum 0, whatever nothing is. */
START_TEST(test_loss_of_nothing)
{
    const ref_reduction reductions[] = {REF_REDUCTION_MEAN, REF_REDUCTION_SUM};
    const int64_t ignored[] = {-100, -100};
    const float x[] = {1, 2, 3, 4}, weight[] = {0, 1};

    for (int r = 0; r < 2; r++)
        for (int smooth = 0; smooth < 2; smooth++) {
            const ref_loss_params p = {reductions[r], -100, smooth ? 0.5f : 0};
            float y[5] = {7, 7, 7, 7, 7};

            ck_assert_int_eq(
                ref_cross_entropy(NULL, 0, 2, 1, 1, NULL, NULL, &p, &y[0]),
                REF_OK);
            ck_assert_int_eq(ref_cross_entropy_probabilities(
                                 NULL, 0, 2, 1, 1, NULL, NULL, &p, &y[1]),
                             REF_OK);
            ck_assert_int_eq(
                ref_cross_entropy(x, 2, 2, 1, 1, ignored, NULL, &p, &y[2]),
                REF_OK);
            ck_assert_int_eq(ref_cross_entropy(x, 2, 2, 1, 1, (int64_t[]){0, 0},
                                               weight, &p, &y[3]),
                             REF_OK);
            if (!smooth)
                ck_assert_int_eq(
                    ref_nll_loss(x, 2, 2, 1, 1, ignored, NULL, &p, &y[4]),
                    REF_OK);
            for (int i = 0; i < 5 - smooth; i++)
                if (reductions[r] == REF_REDUCTION_MEAN)
                    ck_assert_float_nan(y[i]);
                else if (i != 3 || !smooth)
                    ck_assert_float_eq(y[i], 0);
        }
    ck_assert_int_eq(ref_nll_loss(NULL, 0, 2, 1, 1, NULL, NULL, &none, NULL),
                     REF_OK);
}
END_TEST

/* As torch.nn.functional has it: what is ignored is not looked at, and what
 * is 0 times an infinity is NaN. */
START_TEST(test_loss_of_specials)
{
    const float x[] = {NAN, 1, -INFINITY, 1, INFINITY, 1};
    const float weight[] = {0, 1}, spoilt[] = {NAN, 1};
    ref_loss_params p = none;
    float y[3];

    ck_assert_int_eq(
        ref_nll_loss(x, 3, 2, 1, 1, (int64_t[]){0, 0, 0}, NULL, &p, y), REF_OK);
    ck_assert(isnan(y[0]) && y[1] == INFINITY && y[2] == -INFINITY);
    ck_assert_int_eq(
        ref_nll_loss(x, 3, 2, 1, 1, (int64_t[]){-100, 0, 1}, weight, &p, y),
        REF_OK);
    ck_assert(y[0] == 0 && isnan(y[1]) && y[2] == -1);
    ck_assert_int_eq(
        ref_cross_entropy(x, 3, 2, 1, 1, (int64_t[]){1, 1, 1}, NULL, &p, y),
        REF_OK);
    ck_assert(isnan(y[0]) && y[1] == 0 && isnan(y[2]));
    ck_assert_int_eq(
        ref_cross_entropy(x, 2, 2, 1, 1, (int64_t[]){-100, 0}, NULL, &p, y),
        REF_OK);
    ck_assert(y[0] == 0 && y[1] == INFINITY);
    p.label_smoothing = 0.1f;
    ck_assert_int_eq(
        ref_cross_entropy(x, 2, 2, 1, 1, (int64_t[]){-100, 1}, NULL, &p, y),
        REF_OK);
    ck_assert(y[0] == 0 && y[1] == INFINITY);
    ck_assert_int_eq(
        ref_cross_entropy(x, 2, 2, 1, 1, (int64_t[]){-100, 1}, weight, &p, y),
        REF_OK);
    ck_assert(y[0] == 0 && isnan(y[1]));
    p.label_smoothing = 0;
    ck_assert_int_eq(ref_cross_entropy_probabilities(
                         x, 2, 2, 1, 1, (float[]){0, 1, 0, 1}, NULL, &p, y),
                     REF_OK);
    ck_assert(isnan(y[0]) && isnan(y[1]));
    ck_assert_int_eq(
        ref_nll_loss(x + 2, 1, 2, 1, 1, (int64_t[]){1}, spoilt, &mean, y),
        REF_OK);
    ck_assert_float_eq(y[0], -1);
}
END_TEST

/* Smoothing by 1 looks at no target; by little where the loss is tiny. */
START_TEST(test_cross_entropy_smoothed_away)
{
    const float x[] = {0, -50, 3};
    const ref_loss_params all = {REF_REDUCTION_SUM, -100, 1};
    float y[4];

    for (int64_t t = 0; t < 3; t++)
        ck_assert_int_eq(
            ref_cross_entropy(x, 1, 3, 1, 1, &t, NULL, &all, y + t), REF_OK);
    ck_assert(y[0] == y[1] && y[1] == y[2] && y[0] > 15);
    /* exp(-50) */
    ck_assert_int_eq(
        ref_cross_entropy(x, 1, 2, 1, 1, (int64_t[]){0}, NULL, &sum, y),
        REF_OK);
    ck_assert_double_eq_tol((double)y[0], 1.9287498479639178e-22, 1e-28);
}
END_TEST

static void refuses(ref_status status, ref_status expected, const char *words)
{
    ck_assert_int_eq(status, expected);
    ck_assert_msg(strstr(ref_status_message(), words) != NULL,
                  "message '%s' lacks '%s'", ref_status_message(), words);
}

/* Would pass unseen: losses that are written before the last class is seen. */
START_TEST(test_loss_refuses_classes)
{
    class_loss *const f = _i ? ref_cross_entropy : ref_nll_loss;
    static const int64_t wrong[] = {3,         -1,        INT_MAX,
                                    INT64_MAX, INT64_MIN, (int64_t)1 << 32};
    int64_t target[] = {0, 1, 2, 0};
    float y[4] = {7, 7, 7, 7};

    for (int i = 0; i < 6; i++) {
        target[3] = wrong[i];
        refuses(f(scores, 2, 3, 1, 2, target, NULL, &none, y), REF_EPARAM,
                "element 3 of argument 'target' is ");
    }
    refuses(f(scores, 2, 3, 1, 2, target, NULL, &sum, y), REF_EPARAM,
            "is 4294967296; it must be 0 to 2, or 'ignore_index' -100");
    for (int i = 0; i < 4; i++)
        ck_assert_float_eq(y[i], 7);
}
END_TEST

START_TEST(test_loss_refuses)
{
    enum { BIG = INT_MAX };
    class_loss *const f = _i ? ref_cross_entropy : ref_nll_loss;
    float x[14] = {1}, y[4] = {7, 7, 7, 7};
    ref_loss_params p = none;

    refuses(f(NULL, 2, 3, 1, 2, classes, NULL, &p, y), REF_ENULL, "'x'");
    refuses(f(x, 2, 3, 1, 2, NULL, NULL, &p, y), REF_ENULL, "'target'");
    refuses(f(x, 2, 3, 1, 2, classes, NULL, &p, NULL), REF_ENULL, "'y'");
    refuses(f(NULL, 0, 3, 1, 2, NULL, NULL, &sum, NULL), REF_ENULL, "'y'");
    refuses(f(x, -1, 3, 1, 2, classes, NULL, &p, y), REF_ESIZE, "'n' is -1");
    refuses(f(x, 2, 0, 1, 2, classes, NULL, &p, y), REF_ESIZE, "'c' is 0");
    refuses(f(x, 2, 3, 0, 2, classes, NULL, &p, y), REF_ESIZE, "'h' is 0");
    refuses(f(x, 2, 3, 1, -2, classes, NULL, &p, y), REF_ESIZE, "'w' is -2");
    refuses(f(x, BIG, BIG, BIG, BIG, classes, NULL, &p, y), REF_EOVERFLOW,
            "'x'");
    refuses(f(x, 1, 1, 1 << 30, 1 << 30, classes, NULL, &p, y), REF_EOVERFLOW,
            "'target'");
    refuses(f(x, 2, 3, 1, 2, classes, NULL, &p, x + 10), REF_EOVERLAP, "'y'");
    refuses(f(x, 2, 3, 1, 2, classes, NULL, &sum, x + 11), REF_EOVERLAP, "'y'");
    refuses(f(x, 2, 3, 1, 2, classes, y + 1, &p, y), REF_EOVERLAP, "'weight'");
    p.reduction = (ref_reduction)3;
    refuses(f(x, 2, 3, 1, 2, classes, NULL, &p, y), REF_EPARAM,
            "'reduction' is 3");
    p.reduction = (ref_reduction)-1;
    refuses(f(x, 2, 3, 1, 2, classes, NULL, &p, y), REF_EPARAM, "'reduction'");
    p = none;
    p.label_smoothing = _i ? 1.5f : 0.5f;
    refuses(f(x, 2, 3, 1, 2, classes, NULL, &p, y), REF_EPARAM,
            "'label_smoothing'");
    p.label_smoothing = -0.1f;
    refuses(f(x, 2, 3, 1, 2, classes, NULL, &p, y), REF_EPARAM,
            "'label_smoothing' is -0.1");
    p.label_smoothing = NAN;
    refuses(f(x, 2, 3, 1, 2, classes, NULL, &p, y), REF_EPARAM,
            "'label_smoothing'");
    ck_assert(x[0] == 1 && y[0] == 7);
}
END_TEST

START_TEST(test_loss_of_probabilities_refuses)
{
    float x[14] = {1}, goal[16] = {0}, y[4] = {7};
    ref_loss_params p = none;

    refuses(
        ref_cross_entropy_probabilities(NULL, 2, 3, 1, 2, goal, NULL, &p, y),
        REF_ENULL, "'x'");
    refuses(ref_cross_entropy_probabilities(x, 2, 3, 1, 2, NULL, NULL, &p, y),
            REF_ENULL, "'target'");
    refuses(ref_cross_entropy_probabilities(x, 2, 0, 1, 2, goal, NULL, &p, y),
            REF_ESIZE, "'c' is 0");
    refuses(ref_cross_entropy_probabilities(x, 2, 3, 1, 2, goal, NULL, &p,
                                            goal + 11),
            REF_EOVERLAP, "'target'");
    p.ignore_index = 0;
    refuses(ref_cross_entropy_probabilities(x, 2, 3, 1, 2, goal, NULL, &p, y),
            REF_EPARAM, "'ignore_index' is 0");
    p.ignore_index = -1;
    p.label_smoothing = 2;
    refuses(ref_cross_entropy_probabilities(x, 2, 3, 1, 2, goal, NULL, &p, y),
            REF_EPARAM, "'label_smoothing' is 2");
    ck_assert(x[0] == 1 && y[0] == 7);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_test(test_nll_loss_by_hand);
    suite_test(test_nll_loss_ignores_any_number);
    suite_test(test_cross_entropy_by_hand);
    suite_loop(test_loss_is_its_definition, 3);
    suite_case("edges");
    suite_test(test_loss_of_nothing);
    suite_test(test_loss_of_specials);
    suite_test(test_cross_entropy_smoothed_away);
    suite_case("manners");
    suite_loop(test_loss_refuses_classes, 2);
    suite_loop(test_loss_refuses, 2);
    suite_test(test_loss_of_probabilities_refuses);
}

int main(void)
{
    return suite_main("loss", fill);
}
