/* The misconceptions of max_pool_1d. */
#include "../1_max_pool_1d.h"

#include "tests/grader/pools.h"

#include <float.h>

static void run(const struct call *c, struct answer *a, const void *how)
{
    static const struct pool_arrays arrays = {X, Y, -1};

    pool_run(a, &arrays, pool_of(c, Y), how);
}

static int y_but_last(const struct pool_at *t)
{
    return t->j < t->ow - 1 ? pool_y(t) : LEFT_OUT;
}

static int x_overlapping(const struct pool_at *t)
{
    return t->j * (t->kw - 1) + t->v;
}

static int x_stays(const struct pool_at *t)
{
    return t->v;
}

/* Which element it is, where the number was asked for. */
static void run_places(const struct call *c, struct answer *a, const void *how)
{
    struct pool_at t = pool_of(c, Y);
    int kw = t.kw;

    (void)how;
    for (int i = 0; i < t.ow; i++) {
        int best = i * kw;

        for (int v = 1; v < kw; v++)
            if (call_at(c, X, i * kw + v) > call_at(c, X, best))
                best = i * kw + v;
        answer_put(a, Y, i, best, 0);
    }
}

#define LARGEST "the-largest-of-each-window"

const struct misconception wrong_max_pool_1d[] = {
    {"M02", "begins with 0",
     "the largest so far begins with 0, so a window of negative numbers gives "
     "0",
     LARGEST, run, &(const struct pooling){.begins = true}},
    {"M03", "begins with FLT_MIN",
     "the largest so far begins with FLT_MIN, which is the smallest number "
     "above 0, not the lowest of all",
     LARGEST, run,
     &(const struct pooling){.begins = true, .begin = (double)FLT_MIN}},
    {"M05", "windows overlap",
     "window i starts at x[i]; windows side by side start at x[i*kw]", LARGEST,
     run, &(const struct pooling){.x = pool_x_stride_1}},
    {"MX1", "windows share an end",
     "window i starts at x[i*(kw-1)], so each begins with the last number of "
     "the one before",
     LARGEST, run, &(const struct pooling){.x = x_overlapping}},
    {"MX2", "window stays", "every output is the largest of the first window",
     LARGEST, run, &(const struct pooling){.x = x_stays}},
    {"M07", "last of each window",
     "the last number of each window is taken, whatever is larger", LARGEST,
     run, &(const struct pooling){.take = POOL_LAST}},
    {"MX3", "first of each window",
     "the first number of each window is taken: that is stride without a "
     "maximum",
     LARGEST, run, &(const struct pooling){.take = POOL_FIRST}},
    {"MX4", "smallest",
     "the smallest number of each window is taken: the comparison is the wrong "
     "way round",
     LARGEST, run, &(const struct pooling){.take = POOL_LEAST}},
    {"MX5", "sign lost",
     "the numbers have lost their sign: -5 is below 1, though it is longer",
     LARGEST, run, &(const struct pooling){.take = POOL_MAGNITUDE}},
    {"C07", "never set back",
     "the largest so far is not set back between windows, so it can only rise",
     LARGEST, run, &(const struct pooling){.goes_on = true}},
    {"C10", "window loop short", "the last number of each window is left out",
     LARGEST, run, &(const struct pooling){.x = pool_x_short_col}},
    {"C11", "last window left out", "the last output is never written", LARGEST,
     run, &(const struct pooling){.y = y_but_last}},
    {"C14", "int",
     "the largest so far is an int, which cuts off the fraction: 2.5 becomes 2",
     LARGEST, run, &(const struct pooling){.whole = true}},
    {"MX6", "place for number",
     "the place of the largest number is given; the number is asked for",
     LARGEST, run_places, NULL},
    {"MX7", "average", "each output is the average of its window",
     "the-average-of-each-window", run,
     &(const struct pooling){.take = POOL_AVERAGE}},
    {"MX8", "sum", "each output is the sum of its window",
     "the-average-of-each-window", run,
     &(const struct pooling){.take = POOL_SUM}},
    {.id = NULL},
};
