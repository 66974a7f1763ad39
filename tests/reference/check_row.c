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
    int step, count;
    float was[LONGEST * WIDEST_STEP];
} rows;

static int length(int count, int step)
{
    return count > 0 ? (count - 1) * step + 1 : 1;
}

static void make(rows *r, dice *d, guard_side side)
{
    int nx = length(r->count, 1), ny = length(r->count, r->step);

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

/* 3x more in every element of y, and between steps what was there. */
static void judge(const rows *r)
{
    for (int i = 0; i < length(r->count, r->step); i++) {
        int j = i / r->step;
        int meant = i % r->step == 0 && j < r->count;
        float should = meant ? r->was[i] + 3.0f * r->x[j] : r->was[i];

        if (r->y[i] != should && !(isnan(r->y[i]) && isnan(should)))
            ck_abort_msg("%s axpy, %d with step %d: y[%d] is %g, not %g",
                         r->run->name, r->count, r->step, i, (double)r->y[i],
                         (double)should);
    }
}

static void run_axpy(rows r, dice *d, guard_side side)
{
    make(&r, d, side);
    r.run->axpy(3.0f, r.x, r.count, r.y, r.step);
    judge(&r);
    give_back(&r);
}

START_TEST(test_row_loops)
{
    dice d = {17};
    rows r = {.step = 1};

    if (!use_table(_i))
        return;
    r.run = ref_cpu_microkernels();
    for (r.count = 0; r.count <= 2 * r.run->lanes + 3; r.count++)
        for (r.step = 1; r.step <= WIDEST_STEP; r.step++)
            for (int round = 0; round < ROUNDS; round++)
                run_axpy(r, &d, (guard_side)(round % 2));
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
    ref_cpu_microkernels()->axpy(a, &x, 1, &first, 1);
    for (int j = 0; j < LONGEST; j++) {
        xs[j] = x;
        ys[j] = y;
    }
    ref_cpu_microkernels()->axpy(a, xs, LONGEST, ys, 1);
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
