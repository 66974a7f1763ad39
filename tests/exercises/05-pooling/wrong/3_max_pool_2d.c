/* The misconceptions of max_pool_2d. */
#include "../3_max_pool_2d.h"

#include "tests/grader/pools.h"

#include <float.h>

static void run(const struct call *c, struct answer *a, const void *how)
{
    static const struct pool_arrays arrays = {X, Y, -1};

    pool_run(a, &arrays, pool_of(c, Y), how);
}

/* ---- another index ------------------------------------------------------- */

static int x_first_channel(const struct pool_at *t)
{
    return pool_pixel(&(struct pool_at){.h = t->h, .w = t->w}, pool_row(t),
                      pool_column(t));
}

static int x_bounds_exchanged(const struct pool_at *t)
{
    int r = pool_row(t), q = pool_column(t);

    if (r < 0 || r >= t->w || q < 0 || q >= t->h)
        return PADDING;
    return (t->o * t->h + r) * t->w + q;
}

static int x_last_row_out(const struct pool_at *t)
{
    return pool_row(t) < t->h - 1 ? pool_x(t) : PADDING;
}

static int x_rows_not_compared(const struct pool_at *t)
{
    int q = pool_column(t);

    return q >= 0 && q < t->w ? (t->o * t->h + pool_row(t)) * t->w + q
                              : PADDING;
}

static int y_no_channel(const struct pool_at *t)
{
    return t->i * t->ow + t->j;
}

static int y_pitch(const struct pool_at *t)
{
    return (t->o * t->oh + t->i) * t->oh + t->j;
}

/* ---- other sizes --------------------------------------------------------- */

static void size_without_padding(struct pool_at *t)
{
    t->oh = (t->h - t->kh) / t->sh + 1;
    t->ow = (t->w - t->kw) / t->sw + 1;
}

static void size_padded_once(struct pool_at *t)
{
    t->oh = (t->h + t->ph - t->kh) / t->sh + 1;
    t->ow = (t->w + t->pw - t->kw) / t->sw + 1;
}

static void plus_one_inside(struct pool_at *t)
{
    t->oh = (t->h + 2 * t->ph - t->kh + 1) / t->sh;
    t->ow = (t->w + 2 * t->pw - t->kw + 1) / t->sw;
}

static void size_exchanged(struct pool_at *t)
{
    int oh = t->oh;

    t->oh = t->ow;
    t->ow = oh;
}

static void size_too_small(struct pool_at *t)
{
    t->oh--;
    t->ow--;
}

static void stride_of_windows(struct pool_at *t)
{
    t->sh = t->kh;
    t->sw = t->kw;
}

/* The largest of all channels at once, the same for each. */
static void run_over_channels(const struct call *c, struct answer *a,
                              const void *how)
{
    struct pool_at t = pool_of(c, Y);
    int plane = t.oh * t.ow, image = t.h * t.w;

    (void)how;
    for (int n = 0; n < plane; n++) {
        double best = -(double)FLT_MAX;

        t.i = n / t.ow;
        t.j = n % t.ow;
        for (t.u = 0; t.u < t.kh; t.u++)
            for (t.v = 0; t.v < t.kw; t.v++)
                for (int o = 0; o < t.c && pool_x(&t) != PADDING; o++) {
                    double x = call_at(c, X, o * image + pool_x(&t));

                    best = x > best ? x : best;
                }
        for (int o = 0; o < t.c; o++)
            answer_put(a, Y, o * plane + n, best, 0);
    }
}

#define LARGEST "the-largest-of-each-window"
#define PLANES "two-dimensions-channel-by-channel"
#define PADDED "padding-that-never-wins"
#define SIZES "how-many-windows"

const struct misconception wrong_max_pool_2d[] = {
    {"M01", "padding is 0",
     "the padding takes part as zeros; it is there only to make room, and must "
     "never win",
     PADDED, run, &(const struct pooling){.zeros = true}},
    {"M02", "begins with 0",
     "the largest so far begins with 0, so a window of negative numbers gives "
     "0",
     LARGEST, run, &(const struct pooling){.begins = true}},
    {"M03", "begins with FLT_MIN",
     "the largest so far begins with FLT_MIN, which is the smallest number "
     "above 0, not the lowest of all",
     LARGEST, run,
     &(const struct pooling){.begins = true, .begin = (double)FLT_MIN}},
    {"P01", "padding not subtracted",
     "window (i, j) starts at row i*sh, column j*sw; with padding it starts ph "
     "rows and pw columns before that",
     PADDED, run, &(const struct pooling){.x = pool_x_unpadded}},
    {"D01", "stride not used",
     "window (i, j) starts at row i - ph, column j - pw: the stride is used in "
     "the size only",
     PLANES, run, &(const struct pooling){.x = pool_x_stride_1}},
    {"D02", "stride of rows only",
     "the stride is used for rows; columns start at every place", PLANES, run,
     &(const struct pooling){.x = pool_x_stride_rows}},
    {"MY9", "stride of columns only",
     "the stride is used for columns; rows start at every place", PLANES, run,
     &(const struct pooling){.x = pool_x_stride_cols}},
    {"MY10", "sh for both axes", "both axes take steps of sh; columns have sw",
     PLANES, run, &(const struct pooling){.sizes = pool_stride_of_rows}},
    {"MY11", "sw for both axes", "both axes take steps of sw; rows have sh",
     PLANES, run, &(const struct pooling){.sizes = pool_stride_of_cols}},
    {"MY12", "square window of kh",
     "the window is taken to be kh x kh; it has kw columns", PLANES, run,
     &(const struct pooling){.sizes = pool_window_of_rows}},
    {"MY13", "square window of kw",
     "the window is taken to be kw x kw; it has kh rows", PLANES, run,
     &(const struct pooling){.sizes = pool_window_of_cols}},
    {"MY14", "padding added",
     "window (i, j) starts at row i*sh + ph, column j*sw + pw: the padding "
     "makes it start before, not behind",
     PADDED, run, &(const struct pooling){.sizes = pool_padding_added}},
    {"MY15", "index for row and column",
     "only the index is compared with the ends of the channel; column -1 is no "
     "padding in memory but the end of the row above",
     PADDED, run, &(const struct pooling){.x = pool_x_flat}},
    {"MY16", "never set back in a row",
     "the largest so far is set back for each row of the output, not for each "
     "window",
     LARGEST, run, &(const struct pooling){.row_goes_on = true}},
    {"MY1", "windows side by side",
     "the window's size is taken for the stride; they may differ", PLANES, run,
     &(const struct pooling){.sizes = stride_of_windows}},
    {"D03", "strides exchanged", "sh and sw are exchanged", PLANES, run,
     &(const struct pooling){.sizes = pool_strides_exchanged}},
    {"MY2", "paddings exchanged", "ph and pw are exchanged", PADDED, run,
     &(const struct pooling){.sizes = pool_paddings_exchanged}},
    {"MY3", "window turned", "kh and kw are exchanged", PLANES, run,
     &(const struct pooling){.sizes = pool_windows_exchanged}},
    {"M06", "over all channels",
     "the largest of all channels is taken; each channel is pooled by itself",
     PLANES, run_over_channels, NULL},
    {"N05", "first channel only",
     "every channel gives the answer of the first: o is missing in the index",
     PLANES, run, &(const struct pooling){.x = x_first_channel}},
    {"C05", "wrong row length",
     "rows of the image are taken to be h long; they are w long", PLANES, run,
     &(const struct pooling){.x = pool_x_pitch}},
    {"C04", "output transposed", "the output is written column by column",
     PLANES, run, &(const struct pooling){.y = pool_y_transposed}},
    {"MY4", "output row length",
     "rows of the output are taken to be oh long; each is ow long", PLANES, run,
     &(const struct pooling){.y = y_pitch}},
    {"P11", "bounds exchanged",
     "the row is compared with w and the column with h", PADDED, run,
     &(const struct pooling){.x = x_bounds_exchanged}},
    {"MY5", "columns not compared",
     "only the row is compared with the border; column -1 is no padding in "
     "memory but the end of the row above",
     PADDED, run, &(const struct pooling){.x = pool_x_wraps}},
    {"MY17", "rows not compared",
     "only the column is compared with the border; row -1 is no padding in "
     "memory but what stands before the channel",
     PADDED, run, &(const struct pooling){.x = x_rows_not_compared}},
    {"MY18", "all into the first channel",
     "every channel of y is written over the first: o is missing in the index",
     PLANES, run, &(const struct pooling){.y = y_no_channel}},
    {"MX8", "sum", "each output is the sum of its window",
     "the-average-of-each-window", run,
     &(const struct pooling){.take = POOL_SUM}},
    {"P12", "first row and column outside",
     "row 0 and column 0 are taken for padding: > stands where >= is meant",
     PADDED, run, &(const struct pooling){.x = pool_x_first_out}},
    {"MY6", "last row and column outside",
     "the last row and the last column are taken for padding", PADDED, run,
     &(const struct pooling){.x = pool_x_last_out}},
    {"MY7", "last row outside", "the last row is taken for padding", PADDED,
     run, &(const struct pooling){.x = x_last_row_out}},
    {"C10", "window loops short",
     "the last row and the last column of the window are left out", PLANES, run,
     &(const struct pooling){.x = pool_x_short}},
    {"CK4", "window row short", "the last row of the window is left out",
     PLANES, run, &(const struct pooling){.x = pool_x_short_row}},
    {"CK5", "window column short", "the last column of the window is left out",
     PLANES, run, &(const struct pooling){.x = pool_x_short_col}},
    {"C07", "never set back",
     "the largest so far is not set back between windows, so it can only rise",
     LARGEST, run, &(const struct pooling){.goes_on = true}},
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
    {"MX5", "sign lost", "the numbers have lost their sign", LARGEST, run,
     &(const struct pooling){.take = POOL_MAGNITUDE}},
    {"C14", "int",
     "the largest so far is an int, which cuts off the fraction: 2.5 becomes 2",
     LARGEST, run, &(const struct pooling){.whole = true}},
    {"MX7", "average", "each output is the average of its window",
     "the-average-of-each-window", run,
     &(const struct pooling){.take = POOL_AVERAGE}},
    {"MY8", "size without padding",
     "the output is taken to be as large as without padding", SIZES, run,
     &(const struct pooling){.sizes = size_without_padding}},
    {"S05", "padding once",
     "the padding is added once to each size; it is on both sides", SIZES, run,
     &(const struct pooling){.sizes = size_padded_once}},
    {"S02", "plus one inside",
     "the + 1 stands inside the quotient: it counts a window and not a place, "
     "so it belongs outside",
     SIZES, run, &(const struct pooling){.sizes = plus_one_inside}},
    {"S09", "oh and ow exchanged",
     "the output is taken to have ow rows of oh; it has oh rows of ow", SIZES,
     run, &(const struct pooling){.sizes = size_exchanged}},
    {"S01", "one window too few",
     "the output is taken to have one row and one column less; a + 1 is "
     "missing",
     SIZES, run, &(const struct pooling){.sizes = size_too_small}},
    {"C11", "last row and column unset",
     "the last row and the last column of the output are never written", PLANES,
     run, &(const struct pooling){.y = pool_y_but_last}},
    {.id = NULL},
};
