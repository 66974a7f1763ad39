/* Tests of reference/pool_task.c and of the inner loops it calls,
 * microkernels/pool.c: every width around a vector, with every stride, window,
 * padding and dilation, and rows of more columns than are kept, for all tables
 * and to the bit. What each sum is in which order is written out here. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "reference/avg_pool.h"
#include "reference/max_pool.h"
#include "tests/support/suite.h"
#include "tests/support/trials.h"

enum { WIDEST = 40 };

/* One channel: sizes and options along depth, height and width. */
typedef struct pool {
    int n[3], k[3], s[3], p[3], d[3], out[3];
} pool;

/* Row (t, u) of a window and its column v as the place of an element, or -1. */
static int place(const pool *q, const int at[3], int t, int u, int v)
{
    const int tap[3] = {t, u, v};
    int index = 0;

    for (int a = 0; a < 3; a++) {
        int i = at[a] * q->s[a] - q->p[a] + tap[a] * q->d[a];

        if (i < 0 || i >= q->n[a])
            return -1;
        index = index * q->n[a] + i;
    }
    return index;
}

/* The last NaN, or the largest. */
static float largest(const pool *q, const float *x, const int at[3])
{
    float best = -INFINITY;

    for (int t = 0; t < q->k[0]; t++)
        for (int u = 0; u < q->k[1]; u++)
            for (int v = 0; v < q->k[2]; v++) {
                int i = place(q, at, t, u, v);

                if (i >= 0 && !(x[i] <= best) && !isnan(best))
                    best = x[i];
            }
    return best;
}

/* Plane by plane, in each column by column, each from top to bottom. */
static float average(const pool *q, const float *x, const int at[3])
{
    float sum = 0.0f;

    for (int t = 0; t < q->k[0]; t++)
        for (int v = 0; v < q->k[2]; v++) {
            float column = 0.0f;

            for (int u = 0; u < q->k[1]; u++) {
                int i = place(q, at, t, u, v);

                if (i >= 0)
                    column += x[i];
            }
            sum += column;
        }
    return (float)((double)sum / ((double)q->k[0] * q->k[1] * q->k[2]));
}

static ref_status run_max(const pool *q, const float *x, float *y)
{
    const int *s = q->s, *p = q->p, *d = q->d;
    const ref_max_pool3d_params o = {s[0], s[1], s[2], p[0], p[0], p[1], p[1],
                                     p[2], p[2], d[0], d[1], d[2], 0};

    return ref_max_pool3d(x, 1, 1, q->n[0], q->n[1], q->n[2], q->k[0], q->k[1],
                          q->k[2], &o, y, NULL);
}

static ref_status run_average(const pool *q, const float *x, float *y)
{
    const int *s = q->s, *p = q->p;
    const ref_avg_pool3d_params o = {s[0], s[1], s[2], p[0], p[0], p[1],
                                     p[1], p[2], p[2], 0,    1,    0};

    return ref_avg_pool3d(x, 1, 1, q->n[0], q->n[1], q->n[2], q->k[0], q->k[1],
                          q->k[2], &o, y);
}

/* To the bit, but that 0 may be the largest for -0, and a NaN any other. */
static void judge(const pool *q, const float *x, const float *y,
                  float (*of)(const pool *, const float *, const int[3]))
{
    int at[3];

    for (at[0] = 0; at[0] < q->out[0]; at[0]++)
        for (at[1] = 0; at[1] < q->out[1]; at[1]++)
            for (at[2] = 0; at[2] < q->out[2]; at[2]++, y++) {
                float should = of(q, x, at);

                if (*y != should && !(isnan(*y) && isnan(should)))
                    ck_abort_msg("width %d, window %d, stride %d, padding %d, "
                                 "dilation %d: y[%d,%d,%d] is %.9g, not %.9g",
                                 q->n[2], q->k[2], q->s[2], q->p[2], q->d[2],
                                 at[0], at[1], at[2], (double)*y,
                                 (double)should);
            }
}

static int fits(pool *q)
{
    for (int a = 0; a < 3; a++) {
        int room = q->n[a] + 2 * q->p[a] - (q->k[a] - 1) * q->d[a] - 1;

        if (room < 0)
            return 0;
        q->out[a] = room / q->s[a] + 1;
    }
    return 1;
}

/* Both pools; the average where nothing is dilated. */
static void try_pool(pool q, dice *d, guard_side side)
{
    int dense = q.d[0] == 1 && q.d[1] == 1 && q.d[2] == 1;
    int n = q.n[0] * q.n[1] * q.n[2];
    size_t bytes;
    float *x, *y;

    if (!fits(&q))
        return;
    bytes = sizeof *y * (size_t)(q.out[0] * q.out[1] * q.out[2]);
    x = guarded_numbers(d, n, kind_special, side);
    y = guarded_new(bytes, side);
    ck_assert_int_eq(run_max(&q, x, y), REF_OK);
    judge(&q, x, y, largest);
    guarded_free(x, sizeof *x * (size_t)n);
    x = guarded_numbers(d, n, dice_float, side);
    if (dense)
        ck_assert_int_eq(run_average(&q, x, y), REF_OK);
    if (dense)
        judge(&q, x, y, average);
    guarded_free(x, sizeof *x * (size_t)n);
    guarded_free(y, bytes);
}

/* The other axes as the dice will. */
static void roll(pool *q, dice *d)
{
    for (int a = 0; a < 2; a++) {
        q->n[a] = dice_int(d, 1, a == 0 ? 2 : 5);
        q->k[a] = dice_int(d, 1, q->n[a]);
        q->s[a] = dice_int(d, 1, 3);
        q->d[a] = dice_int(d, 0, 3) == 0 ? dice_int(d, 2, 3) : 1;
        q->p[a] = dice_int(d, 0, ((q->k[a] - 1) * q->d[a] + 1) / 2);
    }
}

/* All windows, paddings and dilations of a width and a stride. */
static void try_width(int w, int s, dice *d)
{
    for (int k = 1; k <= 9; k++)
        for (int dilation = 1; dilation <= 3; dilation++)
            for (int p = 0; p <= ((k - 1) * dilation + 1) / 2; p += 1 + p) {
                pool q = {.n[2] = w,
                          .k[2] = k,
                          .s[2] = s,
                          .p[2] = p,
                          .d[2] = dilation};

                roll(&q, d);
                try_pool(q, d, (guard_side)(p % 2));
            }
}

START_TEST(test_pool_every_width)
{
    dice d = {61};

    for (int w = 1; use_table(_i) && w <= WIDEST; w++)
        for (int s = 1; s <= 4; s++)
            try_width(w, s, &d);
}
END_TEST

/* Rows in several pieces; windows, dilations and strides beyond what is kept
 * of a row at once. */
START_TEST(test_pool_long_rows)
{
    static const pool rows[] = {
        {.n[2] = 2000, .k[2] = 3, .s[2] = 2, .p[2] = 1, .d[2] = 1},
        {.n[2] = 1999, .k[2] = 7, .s[2] = 5, .p[2] = 3, .d[2] = 1},
        {.n[2] = 1111, .k[2] = 700, .s[2] = 1, .p[2] = 350, .d[2] = 1},
        {.n[2] = 1111, .k[2] = 701, .s[2] = 2, .p[2] = 350, .d[2] = 1},
        {.n[2] = 1999, .k[2] = 1300, .s[2] = 3, .p[2] = 650, .d[2] = 1},
        {.n[2] = 1500, .k[2] = 4, .s[2] = 3, .p[2] = 200, .d[2] = 300},
        {.n[2] = 1500, .k[2] = 3, .s[2] = 4, .p[2] = 600, .d[2] = 600},
        {.n[2] = 1500, .k[2] = 3, .s[2] = 700, .p[2] = 1, .d[2] = 1},
        {.n[2] = 20, .k[2] = 2, .s[2] = 3, .p[2] = 20, .d[2] = 39},
    };
    dice d = {67};

    for (size_t i = 0; use_table(_i) && i < sizeof rows / sizeof rows[0]; i++) {
        pool q = rows[i];

        roll(&q, &d);
        q.n[1] = 5;
        try_pool(q, &d, (guard_side)(i % 2));
    }
}
END_TEST

/* More lines than one band has, and narrow planes that are one. */
START_TEST(test_pool_high_planes)
{
    dice d = {71};

    for (int h = 1; use_table(_i) && h <= 150; h += 1 + h / 3) {
        pool q = {.n = {1, h, 130},
                  .k = {1, 3, 3},
                  .s = {1, 1, 1},
                  .p = {0, 1, 1},
                  .d = {1, 1, 1}};

        try_pool(q, &d, (guard_side)(h % 2));
        q.s[1] = q.s[2] = 2;
        try_pool(q, &d, (guard_side)(h % 2));
        q.n[2] = 7;
        try_pool(q, &d, (guard_side)(h % 2));
    }
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_loop(test_pool_every_width, TABLES);
    suite_loop(test_pool_long_rows, TABLES);
    suite_loop(test_pool_high_planes, TABLES);
}

int main(void)
{
    return suite_main("pool_task", fill);
}
