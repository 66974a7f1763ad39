/* Tests of reference/microkernels/row.c: each loop of every table that this
 * machine runs, for every length from nothing to two vectors and a bit, with
 * rows that end or begin at a forbidden page; what stands on their other side
 * is NaN. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "reference/bound.h"
#include "reference/microkernels/microkernels.h"
#include "tests/support/suite.h"
#include "tests/support/trials.h"

enum { LONGEST = 2 * 16 + 3, WIDEST_STEP = 4, ROUNDS = 6 };

/* Whole numbers with NaN, an infinity or a negative zero here and there. */
static float number(dice *d)
{
    return dice_int(d, 0, 39) == 0 ? -0.0f : kind_special(d);
}

/* Two rows and what y was. */
typedef struct rows {
    const ref_microkernels *run;
    float *x, *y;
    size_t x_bytes, y_bytes;
    int x_step, y_step, count;
    float was[LONGEST * WIDEST_STEP];
} rows;

static int length(int count, int step)
{
    return count > 0 ? (count - 1) * step + 1 : 1;
}

static void make(rows *r, dice *d, guard_side side)
{
    int nx = length(r->count, r->x_step), ny = length(r->count, r->y_step);

    r->x_bytes = sizeof(float) * (size_t)nx;
    r->y_bytes = sizeof(float) * (size_t)ny;
    r->x = guarded_numbers(d, nx, number, side);
    r->y = guarded_new(r->y_bytes, side);
    for (int i = 0; i < ny; i++)
        r->y[i] = number(d);
    memcpy(r->was, r->y, r->y_bytes);
}

static void give_back(rows *r)
{
    guarded_free(r->x, r->x_bytes);
    guarded_free(r->y, r->y_bytes);
}

/* What one step of a loop makes of an element. */
typedef float rule(float x, float y);

static float scaled(float x, float y)
{
    return y + 3.0f * x;
}

/* Every element by the rule, and between steps what was there; y is then as it
 * was, for the next loop. */
static void judge(const rows *r, rule *expected, const char *loop)
{
    for (int i = 0; i < length(r->count, r->y_step); i++) {
        int j = i / r->y_step;
        int meant = i % r->y_step == 0 && j < r->count;
        float should =
            meant ? expected(r->x[j * r->x_step], r->was[i]) : r->was[i];

        if (r->y[i] != should && !(isnan(r->y[i]) && isnan(should)))
            ck_abort_msg("%s %s, %d with step %d: y[%d] is %g, not %g",
                         r->run->name, loop, r->count, r->x_step * r->y_step, i,
                         (double)r->y[i], (double)should);
    }
    memcpy(r->y, r->was, r->y_bytes);
}

static void run_gathering(rows r, dice *d, guard_side side)
{
    make(&r, d, side);
    r.run->axpy(3.0f, r.x, r.x_step, r.count, r.y);
    judge(&r, scaled, "axpy");
    give_back(&r);
}

static void run_spreading(rows r, dice *d, guard_side side)
{
    r.y_step = r.x_step;
    r.x_step = 1;
    make(&r, d, side);
    r.run->axpy_spread(3.0f, r.x, r.count, r.y, r.y_step);
    judge(&r, scaled, "axpy_spread");
    give_back(&r);
}

START_TEST(test_row_loops)
{
    dice d = {17};
    rows r = {.y_step = 1};

    if (!use_table(_i))
        return;
    r.run = ref_cpu_microkernels();
    for (r.count = 0; r.count <= 2 * r.run->lanes + 3; r.count++)
        for (r.x_step = 1; r.x_step <= WIDEST_STEP; r.x_step++)
            for (int round = 0; round < ROUNDS; round++) {
                run_gathering(r, &d, (guard_side)(round % 2));
                run_spreading(r, &d, (guard_side)(round % 2));
            }
}
END_TEST

/* The sum of the products of numbers of a kind, judged. */
static void run_dot(int table, kind *make_number, judgement *judge_sum)
{
    dice d = {23};

    for (int count = 0; use_table(table) && count <= LONGEST; count++)
        for (int round = 0; round < ROUNDS; round++) {
            guard_side side = (guard_side)(round % 2);
            int length = count > 0 ? count : 1;
            size_t bytes = sizeof(float) * (size_t)length;
            float *x = guarded_numbers(&d, length, make_number, side);
            float *w = guarded_numbers(&d, length, make_number, side);
            double sum = 0.0, sizes = 0.0;

            for (int j = 0; j < count; j++) {
                sum += (double)x[j] * (double)w[j];
                sizes += fabs((double)x[j] * (double)w[j]);
            }
            judge_sum(ref_cpu_microkernels()->dot(x, w, count), sum,
                      ref_sum_bound(count + 4, sizes));
            guarded_free(x, bytes);
            guarded_free(w, bytes);
        }
}

/* Whole numbers: any order gives the same sum. */
START_TEST(test_dot_integers)
{
    run_dot(_i, kind_whole, judge_equal);
}
END_TEST

/* At most count roundings a term, and one for each halving of 16 lanes. */
START_TEST(test_dot_reals)
{
    run_dot(_i, dice_float, judge_near);
}
END_TEST

START_TEST(test_dot_specials)
{
    run_dot(_i, kind_special, judge_special);
}
END_TEST

/* An element's bits do not depend on where in the row it stands. */
START_TEST(test_axpy_same_bits_everywhere)
{
    dice d = {29};
    float a = dice_float(&d), x = dice_float(&d), y = dice_float(&d);
    float first = y, xs[LONGEST], ys[LONGEST];

    if (!use_table(_i))
        return;
    ref_cpu_microkernels()->axpy(a, &x, 1, 1, &first);
    for (int j = 0; j < LONGEST; j++) {
        xs[j] = x;
        ys[j] = y;
    }
    ref_cpu_microkernels()->axpy(a, xs, 1, LONGEST, ys);
    for (int j = 0; j < LONGEST; j++)
        ck_assert_mem_eq(&ys[j], &first, sizeof first);
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_loop(test_row_loops, TABLES);
    suite_loop(test_dot_integers, TABLES);
    suite_loop(test_dot_reals, TABLES);
    suite_case("edges");
    suite_loop(test_dot_specials, TABLES);
    suite_loop(test_axpy_same_bits_everywhere, TABLES);
}

int main(void)
{
    return suite_main("row", fill);
}
