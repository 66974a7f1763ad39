/* Tests of reference/microkernels/stack.c: one channel of y, for every table
 * that this machine runs, against plain loops. Small whole numbers, so every
 * order of a sum gives the same; b ends with the last vector that is read, and
 * between the rows of c stands what nobody may touch. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "reference/microkernels/microkernels.h"
#include "tests/support/suite.h"
#include "tests/support/trials.h"

enum { MOST_ROWS = 20, MOST_TERMS = 42, MOST_GROUPS = 3, GAP = 3 };

typedef struct trial {
    ref_stack s;
    ptrdiff_t at[MOST_TERMS];
    ptrdiff_t b_count, c_count;
} trial;

/* Kernels of kh x kw taps whose rows are rows of b, at a stride of 1 or 2, or
 * terms anywhere. */
static void roll(trial *t, dice *d, int rows, int cols)
{
    int lanes = ref_cpu_microkernels()->lanes, stride = dice_int(d, 0, 2);
    int kh = dice_int(d, 1, 7), kw = dice_int(d, 1, 3),
        step = dice_int(d, 1, 3);
    ptrdiff_t b_row = cols + dice_int(d, 0, 9), last = 0;

    t->s = (ref_stack){.depth = (ptrdiff_t)kh * kw * dice_int(d, 1, 2),
                       .kh = kh,
                       .kw = kw,
                       .rows = rows,
                       .cols = cols,
                       .groups = dice_int(d, 1, MOST_GROUPS),
                       .b_row = b_row,
                       .c_row = cols + GAP,
                       .at = t->at};
    for (int k = 0; k < t->s.depth; k++) {
        int u = k % (kh * kw) / kw, v = k % kw;

        t->at[k] = stride == 0 ? dice_int(d, 0, 40)
                               : k / (kh * kw) * 5 + u % stride * 11 +
                                     u / stride * b_row + v * step;
        last = t->at[k] > last ? t->at[k] : last;
    }
    t->s.b_next = dice_int(d, 0, 50);
    t->s.c_next = rows * t->s.c_row + dice_int(d, 0, 5);
    t->b_count = (t->s.groups - 1) * t->s.b_next + last + (rows - 1) * b_row +
                 (cols + lanes - 1) / lanes * lanes;
    t->c_count = (t->s.groups - 1) * t->s.c_next + rows * t->s.c_row - GAP;
}

/* The sum at (i, j) of channel g, from start on. */
static float term_by_term(const trial *t, const float *b, float start, int g,
                          int i, int j)
{
    for (ptrdiff_t k = 0; k < t->s.depth; k++)
        start += t->s.weight[g * t->s.depth + k] *
                 b[g * t->s.b_next + t->at[k] + i * t->s.b_row + j];
    return start;
}

/* Whether a place of c belongs to a channel, and to which row and column. */
static int place_of(const trial *t, ptrdiff_t at, int *g, int *i, int *j)
{
    *g = (int)(at / t->s.c_next);
    *i = (int)(at % t->s.c_next / t->s.c_row);
    *j = (int)(at % t->s.c_next % t->s.c_row);
    return *i < t->s.rows && *j < t->s.cols;
}

static void judge_stack(const trial *t, const float *b, const float *before,
                        const float *c)
{
    int g, i, j;

    for (ptrdiff_t at = 0; at < t->c_count; at++) {
        int own = place_of(t, at, &g, &i, &j);
        float start = own && t->s.start ? t->s.start[g] : before[at];
        float expected = own ? term_by_term(t, b, start, g, i, j) : before[at];

        if (c[at] != expected)
            ck_abort_msg("%s, %d x %d, %d terms: channel %d row %d column %d "
                         "is %g, not %g",
                         ref_cpu_microkernels()->name, t->s.rows, t->s.cols,
                         (int)t->s.depth, g, i, j, (double)c[at],
                         (double)expected);
    }
}

static void run(dice *d, int rows, int cols, guard_side side)
{
    trial t;
    float *b, *c, *before, *weight, start[MOST_GROUPS];
    size_t bytes;
    int weights;

    for (int g = 0; g < MOST_GROUPS; g++)
        start[g] = kind_whole(d);

    roll(&t, d, rows, cols);
    b = guarded_numbers(d, (int)t.b_count, kind_whole, side);
    weights = (int)t.s.depth * t.s.groups;
    weight = guarded_numbers(d, weights, kind_whole, side);
    before = guarded_numbers(d, (int)t.c_count, kind_whole, side);
    bytes = sizeof *c * (size_t)t.c_count;
    c = guarded_new(bytes, side);
    memcpy(c, before, bytes);
    t.s.weight = weight;
    t.s.start = dice_int(d, 0, 1) ? start : NULL;
    ref_cpu_microkernels()->stack(&t.s, b, c);
    judge_stack(&t, b, before, c);
    guarded_free(b, sizeof *b * (size_t)t.b_count);
    guarded_free(weight, sizeof *weight * (size_t)weights);
    guarded_free(before, bytes);
    guarded_free(c, bytes);
}

START_TEST(test_stack)
{
    dice d = {11};

    for (int rows = 1; use_table(_i) && rows <= MOST_ROWS; rows++)
        for (int cols = 1; cols <= 2 * ref_cpu_microkernels()->lanes + 3;
             cols++)
            for (int round = 0; round < 4; round++)
                run(&d, rows, cols, (guard_side)(round % 2));
}
END_TEST

static void fill(void)
{
    suite_case("core");
    suite_loop(test_stack, TABLES);
}

int main(void)
{
    return suite_main("stack", fill);
}
