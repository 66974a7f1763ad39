/* The misconceptions of avg_pool_2d. */
#include "../6_avg_pool_2d.h"

#include "tests/grader/pools.h"

/* A wrong program: what it takes, and what it divides by where the padding is
 * counted and where it is not (NULL: the right count). */
struct averaging {
    struct pooling p;
    pool_place *counted, *not_counted;
};

static void run(const struct call *c, struct answer *a, const void *how)
{
    static const struct pool_arrays arrays = {X, Y, -1};
    const struct averaging *wrong = how;
    struct pooling p = wrong->p;

    if (p.take == POOL_LARGEST)
        p.take = POOL_AVERAGE;
    if (call_number(c, COUNT_PADDING) != 0)
        p.count = wrong->counted != NULL ? wrong->counted : pool_count_padded;
    else
        p.count =
            wrong->not_counted != NULL ? wrong->not_counted : pool_count_inside;
    pool_run(a, &arrays, pool_of(c, Y), &p);
}

static void run_largest(const struct call *c, struct answer *a, const void *how)
{
    static const struct pool_arrays arrays = {X, Y, -1};

    pool_run(a, &arrays, pool_of(c, Y), how);
}

static int one(const struct pool_at *t)
{
    (void)t;
    return 1;
}

static int clipped_rows_only(const struct pool_at *t)
{
    struct pool_at narrow = *t;

    narrow.kw = 1;
    narrow.j = 0;
    narrow.pw = 0;
    return pool_count_inside(&narrow) * t->kw;
}

/* The places that are left of a window cut off in front only. */
static int cut_off_in_front(const struct pool_at *t)
{
    int r = t->i * t->sh - t->ph, q = t->j * t->sw - t->pw;

    return (t->kh + (r < 0 ? r : 0)) * (t->kw + (q < 0 ? q : 0));
}

/* The padding behind is not counted. */
static int padded_in_front(const struct pool_at *t)
{
    int r = t->i * t->sh - t->ph, q = t->j * t->sw - t->pw;
    int rows = r + t->kh < t->h ? t->kh : t->h - r;
    int cols = q + t->kw < t->w ? t->kw : t->w - q;

    return rows * cols;
}

/* ---- other sizes --------------------------------------------------------- */

static void always_floor(struct pool_at *t)
{
    t->oh = (t->h + 2 * t->ph - t->kh) / t->sh + 1;
    t->ow = (t->w + 2 * t->pw - t->kw) / t->sw + 1;
}

static int x_by_columns(const struct pool_at *t)
{
    int r = pool_row(t), q = pool_column(t);

    return r >= 0 && r < t->h && q >= 0 && q < t->w ? q * t->h + r : PADDING;
}

#define AVERAGE "the-average-of-each-window"
#define DIVIDE "what-to-divide-by"
#define PLANES "two-dimensions-channel-by-channel"
#define PADDED "padding-that-never-wins"
#define SIZES "how-many-windows"
#define AVERAGING(...)                                                         \
    run, &(const struct averaging)                                             \
    {                                                                          \
        __VA_ARGS__                                                            \
    }

const struct misconception wrong_avg_pool_2d[] = {
    {"M08", "always divided by the window",
     "the sum is divided by kh*kw everywhere; with count_padding 0, places "
     "outside x do not count",
     DIVIDE,
     AVERAGING(.counted = pool_count_window, .not_counted = pool_count_window)},
    {"M09", "padding never counted",
     "count_padding changes nothing: only places inside x are counted", DIVIDE,
     AVERAGING(.counted = pool_count_inside)},
    {"AV1", "padding always counted",
     "count_padding changes nothing: places of the padding are counted in "
     "both cases",
     DIVIDE, AVERAGING(.not_counted = pool_count_padded)},
    {"AV2", "flag exchanged",
     "the padding is counted where count_padding is 0, and not where it is "
     "set",
     DIVIDE,
     AVERAGING(.counted = pool_count_inside, .not_counted = pool_count_padded)},
    {"M10", "places beyond the padding counted",
     "with count_padding the sum is divided by kh*kw; in ceil mode a "
     "window may hang over the padding, and what lies beyond is never counted",
     DIVIDE, AVERAGING(.counted = pool_count_window)},
    {"AV3", "only rows clipped",
     "only the rows of a window are cut off at the border of x; its columns "
     "are all counted",
     DIVIDE, AVERAGING(.not_counted = clipped_rows_only)},
    {"AV4", "cut off in front only",
     "a window that hangs over is cut off at the top and on the left; at the "
     "bottom and on the right all its places are counted",
     DIVIDE, AVERAGING(.not_counted = cut_off_in_front)},
    {"AV5", "padding behind not counted",
     "with count_padding the padding above and on the left is counted, "
     "that below and on the right is not",
     DIVIDE, AVERAGING(.counted = padded_in_front)},
    {"AV6", "not divided", "the sum of each window is given", AVERAGE,
     AVERAGING(.counted = one, .not_counted = one)},
    {"M12", "int",
     "sum and quotient are ints, which cuts off the fraction: 3/2 is 1",
     AVERAGE, AVERAGING(.p = {.take = POOL_INT_AVERAGE})},
    {"AV7", "ceil mode not used",
     "ceil_mode changes nothing: windows that hang over the end are missing",
     SIZES, AVERAGING(.p = {.sizes = always_floor})},
    {"AV8", "largest", "the largest number of each window is given", AVERAGE,
     run_largest, &(const struct pooling){0}},
    {"P01", "padding not subtracted",
     "the numbers of window (i, j) are read from row i*sh, column j*sw on; "
     "with padding it starts ph rows and pw columns before that",
     PADDED, AVERAGING(.p = {.x = pool_x_unpadded})},
    {"D01", "stride not used",
     "window (i, j) starts at row i - ph, column j - pw: the stride is used in "
     "the size only",
     PLANES, AVERAGING(.p = {.x = pool_x_stride_1})},
    {"D03", "strides exchanged", "sh and sw are exchanged", PLANES,
     AVERAGING(.p = {.sizes = pool_strides_exchanged})},
    {"AV9", "paddings exchanged", "ph and pw are exchanged", PADDED,
     AVERAGING(.p = {.sizes = pool_paddings_exchanged})},
    {"AV10", "window turned", "kh and kw are exchanged", PLANES,
     AVERAGING(.p = {.sizes = pool_windows_exchanged})},
    {"C05", "wrong row length",
     "rows of the image are taken to be h long; they are w long", PLANES,
     AVERAGING(.p = {.x = pool_x_pitch})},
    {"AV11", "image by columns", "the image is read column by column", PLANES,
     AVERAGING(.p = {.x = x_by_columns})},
    {"C04", "output transposed", "the output is written column by column",
     PLANES, AVERAGING(.p = {.y = pool_y_transposed})},
    {"AV12", "columns not compared",
     "only the row is compared with the border; column -1 is no padding in "
     "memory but the end of the row above",
     PADDED, AVERAGING(.p = {.x = pool_x_wraps})},
    {"P12", "first row and column outside",
     "row 0 and column 0 are taken for padding: > stands where >= is meant",
     PADDED, AVERAGING(.p = {.x = pool_x_first_out})},
    {"AV13", "last row and column outside",
     "the last row and the last column are taken for padding", PADDED,
     AVERAGING(.p = {.x = pool_x_last_out})},
    {"C10", "window loops short",
     "the last row and the last column of the window are left out", PLANES,
     AVERAGING(.p = {.x = pool_x_short})},
    {"C07", "never set back",
     "the sum is not set back to 0, so every output contains all before it",
     AVERAGE, AVERAGING(.p = {.goes_on = true})},
    {"C11", "last row and column unset",
     "the last row and the last column of the output are never written", PLANES,
     AVERAGING(.p = {.y = pool_y_but_last})},
    {.id = NULL},
};
