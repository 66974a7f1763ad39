/* The misconceptions of avg_pool_2d. */
#include "../6_avg_pool_2d.h"

#include "reference/bound.h"
#include "tests/grader/pools.h"

#include <limits.h>
#include <math.h>
#include <stdbool.h>

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

/* A wrong program that counts in its loops, so that what it takes for the
 * inside is also what it divides by. What is not set is right. */
struct counting {
    pool_place *row, *column;
    pool_place *inside; /* the index of x, or PADDING */
    pool_place *limit;  /* is a place outside of x one of the padding? */
    bool goes_on;       /* count is not set back */
    bool whole;         /* the sum is an int */
    bool reciprocal;    /* 1 / count as an int */
};

/* Where the wrong program believes to be: the window's corner is moved, so
 * that row and column come out as its own. */
static struct pool_at moved(const struct counting *p, struct pool_at t)
{
    int r = (p->row != NULL ? p->row : pool_row)(&t);
    int q = (p->column != NULL ? p->column : pool_column)(&t);

    t.u += r - pool_row(&t);
    t.v += q - pool_column(&t);
    return t;
}

static int within_padding(const struct pool_at *t)
{
    return pool_row(t) < t->h + t->ph && pool_column(t) < t->w + t->pw;
}

struct counted {
    double sum, magnitude;
    int count, terms;
    bool unknown;
};

static void count_place(const struct call *c, const struct counting *p,
                        const struct pool_at *t, struct counted *n)
{
    int at = (p->inside != NULL ? p->inside : pool_x)(t);
    int limit = (p->limit != NULL ? p->limit : within_padding)(t);

    if (at == PADDING) {
        n->count += call_number(c, COUNT_PADDING) != 0 && limit;
        return;
    }
    n->count++;
    if (at < 0 || at >= c->arg[X].count) {
        n->unknown = true;
        return;
    }
    n->sum += call_at(c, X, at);
    if (p->whole)
        n->sum = trunc(n->sum);
    n->magnitude += fabs(call_at(c, X, at));
    n->terms++;
}

static void put_counted(struct answer *a, const struct counting *p, int y,
                        const struct counted *n)
{
    double divisor = n->count;

    if (n->unknown || n->count == 0 || n->magnitude > (double)INT_MAX)
        answer_unknown(a, Y, y);
    else if (p->reciprocal)
        answer_put(a, Y, y, n->count == 1 ? n->sum : 0, 0);
    else
        answer_put(a, Y, y, n->sum / divisor,
                   ref_sum_bound(n->terms + 2, n->magnitude / divisor));
}

static void run_counting(const struct call *c, struct answer *a,
                         const void *how)
{
    const struct counting *p = how;
    struct pool_at t = pool_of(c, Y);
    int count = 0;

    for (t.i = 0; t.i < t.oh; t.i++)
        for (t.j = 0; t.j < t.ow; t.j++) {
            struct counted n = {.count = p->goes_on ? count : 0};

            for (int k = 0; k < t.kh * t.kw; k++) {
                t.u = k / t.kw;
                t.v = k % t.kw;
                struct pool_at seen = moved(p, t);
                count_place(c, p, &seen, &n);
            }
            count = n.count;
            put_counted(a, p, pool_y(&t), &n);
        }
}

/* ---- rows, columns and borders of programs that count --------------------- */

static int row_unpadded(const struct pool_at *t)
{
    return t->i * t->sh + t->u;
}

static int column_unpadded(const struct pool_at *t)
{
    return t->j * t->sw + t->v;
}

static int row_pw(const struct pool_at *t)
{
    return t->i * t->sh - t->pw + t->u;
}

static int column_ph(const struct pool_at *t)
{
    return t->j * t->sw - t->ph + t->v;
}

static int row_stride_1(const struct pool_at *t)
{
    return t->i - t->ph + t->u;
}

static int column_stride_1(const struct pool_at *t)
{
    return t->j - t->pw + t->v;
}

/* As far as a row that is counted from the padding on may go. */
static int limit_twice(const struct pool_at *t)
{
    return pool_row(t) < t->h + 2 * t->ph && pool_column(t) < t->w + 2 * t->pw;
}

static int limit_late(const struct pool_at *t)
{
    return pool_row(t) <= t->h + t->ph && pool_column(t) <= t->w + t->pw;
}

static int limit_either(const struct pool_at *t)
{
    return pool_row(t) < t->h + t->ph || pool_column(t) < t->w + t->pw;
}

static int limit_exchanged(const struct pool_at *t)
{
    return pool_row(t) < t->h + t->pw && pool_column(t) < t->w + t->ph;
}

static void run_largest(const struct call *c, struct answer *a, const void *how)
{
    static const struct pool_arrays arrays = {X, Y, -1};

    pool_run(a, &arrays, pool_of(c, Y), how);
}

static void run_only_one(const struct call *c, struct answer *a,
                         const void *how)
{
    static const struct averaging never = {.counted = pool_count_inside};
    static const struct averaging right = {0};

    (void)how;
    run(c, a, call_number(c, COUNT_PADDING) == 1 ? &right : &never);
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

/* Cut off at the padding on one axis only. */
static int beyond_on_the_right(const struct pool_at *t)
{
    struct pool_at wide = *t;

    wide.w += wide.j * wide.sw + wide.kw;
    return pool_count_padded(&wide);
}

static int beyond_below(const struct pool_at *t)
{
    struct pool_at high = *t;

    high.h += high.i * high.sh + high.kh;
    return pool_count_padded(&high);
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

static void floor_rows(struct pool_at *t)
{
    t->oh = (t->h + 2 * t->ph - t->kh) / t->sh + 1;
}

static void floor_columns(struct pool_at *t)
{
    t->ow = (t->w + 2 * t->pw - t->kw) / t->sw + 1;
}

/* oh and ow as they are, or one less where ceil mode has added a window that
 * starts at n or behind it, counted from the padding. */
static void rule_without_padding(struct pool_at *t)
{
    struct pool_at down = *t;

    always_floor(&down);
    if (t->oh > down.oh && down.oh * t->sh >= t->h)
        t->oh = down.oh;
    if (t->ow > down.ow && down.ow * t->sw >= t->w)
        t->ow = down.ow;
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

#define COUNTING(...)                                                          \
    run_counting, &(const struct counting)                                     \
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
    {"AV19", "padding not subtracted",
     "window (i, j) starts at row i*sh, column j*sw; with padding it starts ph "
     "rows and pw columns before that",
     PADDED, COUNTING(.row = row_unpadded, .column = column_unpadded)},
    {"AV20", "stride not used",
     "window (i, j) starts at row i - ph, column j - pw: the stride is used in "
     "the size only",
     PLANES, COUNTING(.row = row_stride_1, .column = column_stride_1)},
    {"AV21", "stride of rows only",
     "the stride is used for rows; columns start at every place", PLANES,
     COUNTING(.column = column_stride_1)},
    {"AV22", "stride of columns only",
     "the stride is used for columns; rows start at every place", PLANES,
     COUNTING(.row = row_stride_1)},
    {"AV23", "paddings exchanged",
     "ph and pw are exchanged where the window starts", PADDED,
     COUNTING(.row = row_pw, .column = column_ph)},
    {"AV24", "first row and column outside",
     "row 0 and column 0 are taken for padding: > stands where >= is meant",
     PADDED, COUNTING(.inside = pool_x_first_out)},
    {"AV25", "last row and column outside",
     "the last row and the last column are taken for padding", PADDED,
     COUNTING(.inside = pool_x_last_out)},
    {"AV26", "columns not compared",
     "only the row is compared with the border; column -1 is no padding in "
     "memory but the end of the row above",
     PADDED, COUNTING(.inside = pool_x_wraps)},
    {"AV27", "index for row and column",
     "only the index is compared with the ends of the image; column -1 is no "
     "padding in memory but the end of the row above",
     PADDED, COUNTING(.inside = pool_x_flat)},
    {"AV28", "count never set back",
     "the count is not set back to 0 for each window", DIVIDE,
     COUNTING(.goes_on = true)},
    {"AV29", "padding behind counted twice",
     "rows are counted up to h + 2*ph and columns up to w + 2*pw; they begin "
     "at -ph and -pw, so the padding ends at h + ph and w + pw",
     DIVIDE, COUNTING(.limit = limit_twice)},
    {"AV30", "one place beyond the padding",
     "the row and column right behind the padding are counted: <= stands where "
     "< is meant",
     DIVIDE, COUNTING(.limit = limit_late)},
    {"AV31", "beyond on both axes",
     "with count_padding only places are left out that lie beyond the padding "
     "on both axes: || stands where && is meant",
     DIVIDE, COUNTING(.limit = limit_either)},
    {"AV32", "limits exchanged",
     "ph and pw are exchanged where the padding ends", DIVIDE,
     COUNTING(.limit = limit_exchanged)},
    {"C14", "int sum",
     "the sum is an int, which cuts off the fraction of every number added",
     AVERAGE, COUNTING(.whole = true)},
    {"AV33", "int reciprocal",
     "1 / count is a quotient of ints, which is 0 for every count above 1",
     AVERAGE, COUNTING(.reciprocal = true)},
    {"AV34", "ceil mode for columns only",
     "only the columns are counted in ceil mode; it is meant for rows as well",
     SIZES, AVERAGING(.p = {.sizes = floor_rows})},
    {"AV35", "ceil mode for rows only",
     "only the rows are counted in ceil mode; it is meant for columns as well",
     SIZES, AVERAGING(.p = {.sizes = floor_columns})},
    {"AV36", "last window compared without padding",
     "the start of a last window is compared with h and w, but counted from "
     "the first place of the padding",
     SIZES, AVERAGING(.p = {.sizes = rule_without_padding})},
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
    {"D02", "stride of rows only",
     "the stride is used for rows; columns start at every place", PLANES,
     AVERAGING(.p = {.x = pool_x_stride_rows})},
    {"AV14", "stride of columns only",
     "the stride is used for columns; rows start at every place", PLANES,
     AVERAGING(.p = {.x = pool_x_stride_cols})},
    {"AV15", "index for row and column",
     "only the index is compared with the ends of the image; column -1 is no "
     "padding in memory but the end of the row above",
     PADDED, AVERAGING(.p = {.x = pool_x_flat})},
    {"AV16", "beyond the padding to the right",
     "with count_padding, places below the padding are left out, but those to "
     "the right of it are counted",
     DIVIDE, AVERAGING(.counted = beyond_on_the_right)},
    {"AV17", "beyond the padding below",
     "with count_padding, places to the right of the padding are left out, but "
     "those below it are counted",
     DIVIDE, AVERAGING(.counted = beyond_below)},
    {"AV18", "count_padding compared with 1",
     "count_padding is compared with 1; every number but 0 asks for it", DIVIDE,
     run_only_one, NULL},
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
