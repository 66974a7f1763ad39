/* Tests of reference/cpu.c and of the inner loops in reference/microkernels/,
 * each table that this machine runs in turn, between forbidden pages. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "reference/cpu.h"
#include "reference/microkernels/microkernels.h"
#include "tests/support/guarded.h"
#include "tests/support/random.h"
#include "tests/support/suite.h"

static const char *const tables[] = {"portable", "avx2", "avx512", "neon"};

enum { TABLES = 4, LONGEST = 67, WIDEST_STEP = 3 };

/* The table a test loops over, or NULL if this machine does not run it. */
static const ref_microkernels *table(int i)
{
    return ref_cpu_use(tables[i]);
}

/* Two rows between forbidden pages, of whole numbers with NaN and infinity
 * here and there, and what y was. */
typedef struct rows {
    float *x, *y;
    float was[LONGEST * WIDEST_STEP];
    size_t x_bytes, y_bytes;
    int x_step, y_step, count;
} rows;

static size_t length(int count, int step)
{
    return count > 0 ? (size_t)(count - 1) * (size_t)step + 1 : 1;
}

static float number(dice *d)
{
    static const float special[] = {NAN, INFINITY, -INFINITY, -0.0f};
    int roll = dice_int(d, 0, 39);

    return roll < 4 ? special[roll] : (float)dice_int(d, -99, 99);
}

static rows rows_new(dice *d, guard_side side, int x_step, int y_step)
{
    rows r = {
        .count = dice_int(d, 0, LONGEST), .x_step = x_step, .y_step = y_step};
    float x[LONGEST * WIDEST_STEP];
    size_t nx = length(r.count, x_step), ny = length(r.count, y_step);

    for (size_t i = 0; i < nx; i++)
        x[i] = number(d);
    for (size_t i = 0; i < ny; i++)
        r.was[i] = number(d);
    r.x_bytes = nx * sizeof(float);
    r.y_bytes = ny * sizeof(float);
    r.x = guarded_copy(x, r.x_bytes, side);
    r.y = guarded_new(r.y_bytes, side);
    memcpy(r.y, r.was, r.y_bytes);
    return r;
}

static void rows_free(rows *r)
{
    guarded_free(r->x, r->x_bytes);
    guarded_free(r->y, r->y_bytes);
}

static void same(float is, float should)
{
    if (isnan(should))
        ck_assert_msg(isnan(is), "%g should be NaN", (double)is);
    else
        ck_assert_float_eq(is, should);
}

/* What one step of a loop makes of an element. */
typedef float rule(float x, float y);

static float scaled(float x, float y)
{
    return y + 3.0f * x;
}

static float added(float x, float y)
{
    return y + x;
}

static float larger(float x, float y)
{
    return isnan(x) || isnan(y) ? NAN : x > y ? x : y;
}

/* Every element by the rule, and between steps what was there. */
static void judge(const rows *r, rule *expected)
{
    for (int j = 0; j < r->count; j++)
        same(r->y[j * r->y_step],
             expected(r->x[j * r->x_step], r->was[j * r->y_step]));
    for (size_t i = 0; i < r->y_bytes / sizeof(float); i++)
        if (r->count == 0 || i % (size_t)r->y_step != 0)
            same(r->y[i], r->was[i]);
}

START_TEST(test_row_loops)
{
    const ref_microkernels *run = table(_i);
    dice d = {17};

    for (int round = 0; run && round < 900; round++) {
        int step = dice_int(&d, 1, WIDEST_STEP);
        guard_side side = (guard_side)(round % 2);
        rows r = rows_new(&d, side, step, 1);

        run->axpy(3.0f, r.x, step, r.count, r.y);
        judge(&r, scaled);
        memcpy(r.y, r.was, r.y_bytes);
        run->add(r.x, step, r.count, r.y);
        judge(&r, added);
        memcpy(r.y, r.was, r.y_bytes);
        run->max(r.x, step, r.count, r.y);
        judge(&r, larger);
        rows_free(&r);
        r = rows_new(&d, side, 1, step);
        run->axpy_spread(3.0f, r.x, r.count, r.y, step);
        judge(&r, scaled);
        rows_free(&r);
    }
}
END_TEST

/* Whole numbers: any order gives the same sum. */
START_TEST(test_dot)
{
    const ref_microkernels *run = table(_i);
    dice d = {23};

    for (int round = 0; run && round < 500; round++) {
        int count = dice_int(&d, 0, LONGEST);
        size_t bytes = sizeof(float) * (size_t)(count > 0 ? count : 1);
        float x[LONGEST + 1] = {0}, w[LONGEST + 1] = {0}, sum = 0.0f;
        float *gx, *gw;

        for (int j = 0; j < count; j++) {
            x[j] = (float)dice_int(&d, -99, 99);
            w[j] = (float)dice_int(&d, -99, 99);
            sum += x[j] * w[j];
        }
        gx = guarded_copy(x, bytes, (guard_side)(round % 2));
        gw = guarded_copy(w, bytes, (guard_side)(round % 2));
        ck_assert_float_eq(run->dot(gx, gw, count), sum);
        guarded_free(gx, bytes);
        guarded_free(gw, bytes);
    }
}
END_TEST

/* An element's bits do not depend on where in the row it stands. */
START_TEST(test_axpy_same_bits_everywhere)
{
    const ref_microkernels *run = table(_i);
    dice d = {29};
    float a = dice_float(&d), x = dice_float(&d), y = dice_float(&d), first;
    float xs[LONGEST], ys[LONGEST];

    if (!run)
        return;
    first = y;
    run->axpy(a, &x, 1, 1, &first);
    for (int j = 0; j < LONGEST; j++) {
        xs[j] = x;
        ys[j] = y;
    }
    run->axpy(a, xs, 1, LONGEST, ys);
    for (int j = 0; j < LONGEST; j++)
        ck_assert_mem_eq(&ys[j], &first, sizeof first);
}
END_TEST

START_TEST(test_cpu_use)
{
    const ref_microkernels *best;

    unsetenv("CONVLINGS_SIMD");
    best = ref_cpu_use(NULL);
    ck_assert_ptr_nonnull(best);
    ck_assert_str_eq(ref_cpu_name(), best->name);
    ck_assert_ptr_null(ref_cpu_use("abacus"));
    ck_assert_str_eq(ref_cpu_name(), best->name);
    ck_assert_ptr_nonnull(ref_cpu_use("portable"));
    ck_assert_str_eq(ref_cpu_name(), "portable");
}
END_TEST

START_TEST(test_cpu_environment)
{
    const char *best;

    unsetenv("CONVLINGS_SIMD");
    best = ref_cpu_use(NULL)->name;
    setenv("CONVLINGS_SIMD", "portable", 1);
    ck_assert_str_eq(ref_cpu_use(NULL)->name, "portable");
    setenv("CONVLINGS_SIMD", "abacus", 1);
    ck_assert_str_eq(ref_cpu_use(NULL)->name, best);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_loop(test_row_loops, TABLES);
    suite_loop(test_dot, TABLES);
    suite_loop(test_axpy_same_bits_everywhere, TABLES);
    suite_case("choice");
    suite_test(test_cpu_use);
    suite_test(test_cpu_environment);
}

int main(void)
{
    return suite_main("cpu", fill);
}
