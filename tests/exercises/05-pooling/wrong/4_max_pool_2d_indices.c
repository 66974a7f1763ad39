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

static int by_columns_of_w(const struct pool_at *t)
{
    return pool_column(t) * t->w + pool_row(t);
}

static int by_output(const struct pool_at *t)
{
    return pool_row(t) * t->ow + pool_column(t);
}

static int padding_not_subtracted(const struct pool_at *t)
{
    return (t->i * t->sh + t->u) * t->w + t->j * t->sw + t->v;
}

static int padded_rows(const struct pool_at *t)
{
    return pool_row(t) * (t->w + 2 * t->pw) + pool_column(t);
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

static int x_first_channel(const struct pool_at *t)
{
    return pool_pixel(&(struct pool_at){.h = t->h, .w = t->w}, pool_row(t),
                      pool_column(t));
}

#define STOOD "where-it-stood"
#define LARGEST "the-largest-of-each-window"
#define PADDED "padding-that-never-wins"
#define PLANES "two-dimensions-channel-by-channel"

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
    {"IX13", "column before row",
     "the index is column*w + row; it is row*w + column", STOOD, run,
     &(const struct pooling){.index = by_columns_of_w}},
    {"IX14", "row length of the output",
     "the index is row*ow + column; rows of x are w long", STOOD, run,
     &(const struct pooling){.index = by_output}},
    {"IX15", "padding not subtracted",
     "the index counts from the first row and column of the padding, with "
     "rows of w; the padding has no index",
     STOOD, run, &(const struct pooling){.index = padding_not_subtracted}},
    {"IX16", "row length of the padded image",
     "the index is row*(w + 2*pw) + column; rows of x are w long", STOOD, run,
     &(const struct pooling){.index = padded_rows}},
    {"IX17", "first by columns",
     "of equal numbers the first of the leftmost column is taken; first means "
     "the topmost row: the loops are exchanged",
     STOOD, run, &(const struct pooling){.down = true}},
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
    {"P01", "padding not subtracted",
     "window (i, j) starts at row i*sh, column j*sw; with padding it starts ph "
     "rows and pw columns before that",
     PADDED, run,
     &(const struct pooling){.x = pool_x_unpadded,
                             .index = padding_not_subtracted}},
    {"D03", "strides exchanged", "sh and sw are exchanged", PLANES, run,
     &(const struct pooling){.sizes = pool_strides_exchanged}},
    {"IX18", "paddings exchanged", "ph and pw are exchanged", PADDED, run,
     &(const struct pooling){.sizes = pool_paddings_exchanged}},
    {"IX19", "index for row and column",
     "only the index is compared with the ends of the channel; column -1 is no "
     "padding in memory but the end of the row above",
     PADDED, run, &(const struct pooling){.x = pool_x_flat}},
    {"N05", "first channel only",
     "every channel gives the answer of the first: o is missing in the index",
     PLANES, run, &(const struct pooling){.x = x_first_channel}},
    {"C04", "output transposed", "the output is written column by column",
     PLANES, run, &(const struct pooling){.y = pool_y_transposed}},
    {.id = NULL},
};
