/* The misconceptions of max_pool_2d_indices. */
#include "../4_max_pool_2d_indices.h"

#include "tests/grader/pools.h"

#include <float.h>

static void run(const struct call *c, struct answer *a, const void *how)
{
    static const struct pool_arrays arrays = {X, Y, INDEX};

    pool_run(a, &arrays, pool_of(c, Y), how);
}

/* ---- another place ------------------------------------------------------- */

static int in_padded_image(const struct pool_at *t)
{
    return (pool_row(t) + t->ph) * (t->w + 2 * t->pw) + pool_column(t) + t->pw;
}

static int in_window(const struct pool_at *t)
{
    return t->u * t->kw + t->v;
}

static int in_all_channels(const struct pool_at *t)
{
    return t->o * t->h * t->w + pool_index(t);
}

static int by_columns(const struct pool_at *t)
{
    return pool_column(t) * t->h + pool_row(t);
}

static int by_height(const struct pool_at *t)
{
    return pool_row(t) * t->h + pool_column(t);
}

static int from_one(const struct pool_at *t)
{
    return pool_index(t) + 1;
}

static int of_output(const struct pool_at *t)
{
    return t->i * t->ow + t->j;
}

static int of_corner(const struct pool_at *t)
{
    return (t->i * t->sh - t->ph) * t->w + t->j * t->sw - t->pw;
}

static int only_column(const struct pool_at *t)
{
    return pool_column(t);
}

static int without_start(const struct pool_at *t)
{
    return t->u * t->w + t->v;
}

#define STOOD "where-it-stood"
#define LARGEST "the-largest-of-each-window"
#define PADDED "padding-that-never-wins"

const struct misconception wrong_max_pool_2d_indices[] = {
    {"IX1", "last of equals",
     "of equal numbers the last is taken; the first is asked for: >= stands "
     "where > is meant",
     STOOD, run, &(const struct pooling){.last = true}},
    {"IX2", "place in the window",
     "the place is counted in the window; it is asked for in the image", STOOD,
     run, &(const struct pooling){.index = in_window}},
    {"IX3", "place in the padded image",
     "the place is counted in the image with its padding around it; the "
     "padding has no index",
     STOOD, run, &(const struct pooling){.index = in_padded_image}},
    {"IX4", "place in all channels",
     "the channels before are counted along; each channel begins with 0", STOOD,
     run, &(const struct pooling){.index = in_all_channels}},
    {"IX5", "wrong row length", "the index is row*h + column; rows are w long",
     STOOD, run, &(const struct pooling){.index = by_height}},
    {"IX6", "column by column", "the index is column*h + row", STOOD, run,
     &(const struct pooling){.index = by_columns}},
    {"IX7", "counted from 1", "places are counted from 1; they begin with 0",
     STOOD, run, &(const struct pooling){.index = from_one}},
    {"IX8", "place of the output",
     "the index is that of the window, not of the number in it", STOOD, run,
     &(const struct pooling){.index = of_output}},
    {"IX9", "corner of the window",
     "the index is that of the window's first place, whatever is largest",
     STOOD, run, &(const struct pooling){.index = of_corner}},
    {"IX10", "column only", "the index is the column alone; the row is missing",
     STOOD, run, &(const struct pooling){.index = only_column}},
    {"IX11", "start of the window forgotten",
     "the index is u*w + v: where the window starts is missing", STOOD, run,
     &(const struct pooling){.index = without_start}},
    {"IX12", "never set back",
     "the largest so far and its place are not set back between windows",
     LARGEST, run, &(const struct pooling){.goes_on = true}},
    {"M01", "padding is 0",
     "the padding takes part as zeros; it is there only to make room, and must "
     "never win",
     PADDED, run, &(const struct pooling){.zeros = true}},
    {"M02", "begins with 0",
     "the largest so far begins with 0, so in a window of negative numbers "
     "none is found",
     LARGEST, run, &(const struct pooling){.begins = true}},
    {"M03", "begins with FLT_MIN",
     "the largest so far begins with FLT_MIN, which is the smallest number "
     "above 0, not the lowest of all",
     LARGEST, run,
     &(const struct pooling){.begins = true, .begin = (double)FLT_MIN}},
    {.id = NULL},
};
