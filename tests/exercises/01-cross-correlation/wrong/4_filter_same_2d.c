/* The misconceptions of filter_same_2d. */
#include "../4_filter_same_2d.h"

#include "tests/grader/loops.h"
#include "tests/grader/mistakes.h"

/* The row and the column of the pixel that k[u, v] lies on. */
static int row_of(const struct at *t)
{
    return t->i + t->u - t->kh / 2;
}

static int col_of(const struct at *t)
{
    return t->j + t->v - t->kw / 2;
}

/* Element [row, col] of the image if inside, else a zero. */
static int pixel_if(bool inside, const struct at *t, int row, int col)
{
    return inside ? row * t->w + col : PADDING;
}

static int pixel(const struct at *t, int row, int col)
{
    return pixel_if(row >= 0 && row < t->h && col >= 0 && col < t->w, t, row,
                    col);
}

static int x_right(const struct at *t)
{
    return pixel(t, row_of(t), col_of(t));
}

/* The right program. Each wrong one has a place of its own. */
static void run(const struct call *c, struct answer *a, const void *how)
{
    static const struct loops right = {
        .x = x_right, .k = at_kernel, .y = at_output};

    (void)c;
    loops_run(a, X, K, Y, &right, how);
}

/* ---- the kernel lies elsewhere ------------------------------------------- */

static int x_not_centred(const struct at *t)
{
    return pixel(t, t->i + t->u, t->j + t->v);
}

static int x_last_corner(const struct at *t)
{
    return pixel(t, t->i + t->u - (t->kh - 1), t->j + t->v - (t->kw - 1));
}

static int x_one_off(const struct at *t)
{
    return pixel(t, row_of(t) - 1, col_of(t) - 1);
}

static int x_half_added(const struct at *t)
{
    return pixel(t, t->i + t->u + t->kh / 2, t->j + t->v + t->kw / 2);
}

static int x_half_is_one(const struct at *t)
{
    return pixel(t, t->i + t->u - 1, t->j + t->v - 1);
}

static int x_halves_exchanged(const struct at *t)
{
    return pixel(t, t->i + t->u - t->kw / 2, t->j + t->v - t->kh / 2);
}

/* ---- the image is read in another way ------------------------------------ */

static int x_pitch(const struct at *t)
{
    return x_right(t) == PADDING ? PADDING : row_of(t) * t->h + col_of(t);
}

static int x_by_columns(const struct at *t)
{
    return x_right(t) == PADDING ? PADDING : col_of(t) * t->h + row_of(t);
}

/* ---- another rule for what is outside ------------------------------------ */

/* An index brought into 0 .. n-1. */
static int nearest(int at, int n)
{
    return at < 0 ? 0 : at >= n ? n - 1 : at;
}

static int modulo(int at, int n)
{
    return (at % n + n) % n;
}

/* 0 1 2 3 4 3 2 1 0 1 ..: to and fro, the ends not repeated. */
static int mirror(int at, int n)
{
    int m = n == 1 ? 0 : modulo(at, 2 * (n - 1));

    return m < n ? m : 2 * (n - 1) - m;
}

/* 0 1 2 3 3 2 1 0 0 1 ..: the ends repeated. */
static int mirror_repeating(int at, int n)
{
    int m = modulo(at, 2 * n);

    return m < n ? m : 2 * n - 1 - m;
}

static int x_nearest(const struct at *t)
{
    return pixel(t, nearest(row_of(t), t->h), nearest(col_of(t), t->w));
}

static int x_reflected(const struct at *t)
{
    return pixel(t, mirror(row_of(t), t->h), mirror(col_of(t), t->w));
}

static int x_symmetric(const struct at *t)
{
    return pixel(t, mirror_repeating(row_of(t), t->h),
                 mirror_repeating(col_of(t), t->w));
}

static int x_circular(const struct at *t)
{
    return pixel(t, modulo(row_of(t), t->h), modulo(col_of(t), t->w));
}

static int x_bounds_exchanged(const struct at *t)
{
    int row = row_of(t), col = col_of(t);
    bool inside = row >= 0 && row < t->w && col >= 0 && col < t->h;

    return pixel_if(inside, t, row, col);
}

static int x_but_first(const struct at *t)
{
    return row_of(t) > 0 && col_of(t) > 0 ? x_right(t) : PADDING;
}

static int x_but_last(const struct at *t)
{
    bool inside = row_of(t) < t->h - 1 && col_of(t) < t->w - 1;

    return inside ? x_right(t) : PADDING;
}

static int x_index_checked(const struct at *t)
{
    int at = row_of(t) * t->w + col_of(t);

    return at >= 0 && at < t->h * t->w ? at : PADDING;
}

/* ---- a border left out --------------------------------------------------- */

static bool on_border(const struct at *t)
{
    return t->i < t->kh / 2 || t->i >= t->h - t->kh / 2 || t->j < t->kw / 2 ||
           t->j >= t->w - t->kw / 2;
}

static int y_inner(const struct at *t)
{
    return on_border(t) ? NOWHERE : at_output(t);
}

static int k_inner(const struct at *t)
{
    return on_border(t) ? NOWHERE : at_kernel(t);
}

static void copy_border(struct answer *a)
{
    const struct call *c = a->call;
    struct at t = {.h = call_number(c, H),
                   .w = call_number(c, W),
                   .kh = call_number(c, KH),
                   .kw = call_number(c, KW)};

    for (t.i = 0; t.i < t.h; t.i++)
        for (t.j = 0; t.j < t.w; t.j++)
            if (on_border(&t))
                answer_put(a, Y, t.i * t.w + t.j,
                           call_at(c, X, t.i * t.w + t.j), 0);
}

static bool is_valid(const struct at *t)
{
    return t->i < t->h - t->kh + 1 && t->j < t->w - t->kw + 1;
}

static int y_valid(const struct at *t)
{
    return is_valid(t) ? t->i * (t->w - t->kw + 1) + t->j : NOWHERE;
}

static int y_valid_in_place(const struct at *t)
{
    return is_valid(t) ? at_output(t) : NOWHERE;
}

/* ---- another sum --------------------------------------------------------- */

/* The last pixel under the kernel that is not outside. */
static int x_only_last(const struct at *t)
{
    bool last_row =
        t->u == t->kh - 1 ? row_of(t) < t->h : row_of(t) == t->h - 1;
    bool last_col =
        t->v == t->kw - 1 ? col_of(t) < t->w : col_of(t) == t->w - 1;

    return last_row && last_col ? x_right(t) : NOWHERE;
}

static void mean(struct answer *a)
{
    answer_mean(a, a->call->arg[K].count);
}

#define SAME_SIZE "same-size-filtering-images"

const struct misconception wrong_filter_same_2d[] = {
    {"P01", "not centred",
     "the corner of the kernel, not its middle, lies on the pixel: kh/2 and "
     "kw/2 are not subtracted",
     SAME_SIZE, run, &(const struct loops){.x = x_not_centred}},
    {"FS1", "last corner on the pixel",
     "the last number of the kernel, not its middle, lies on the pixel",
     SAME_SIZE, run, &(const struct loops){.x = x_last_corner}},
    {"FS2", "one off the middle",
     "the kernel lies one row and one column too far up and left", SAME_SIZE,
     run, &(const struct loops){.x = x_one_off}},
    {"FS12", "half taken as 1",
     "1 is subtracted from row and column, as for a 3x3 kernel; it is kh/2 "
     "and kw/2",
     SAME_SIZE, run, &(const struct loops){.x = x_half_is_one}},
    {"FS13", "half added",
     "kh/2 and kw/2 are added to row and column; they must be subtracted",
     SAME_SIZE, run, &(const struct loops){.x = x_half_added}},
    {"FS3", "halves exchanged",
     "kw/2 is subtracted from the row and kh/2 from the column; it is the "
     "other way round",
     SAME_SIZE, run, &(const struct loops){.x = x_halves_exchanged}},
    {"C01", "flipped",
     "the kernel is turned by 180 degrees before it is laid over the image: "
     "that is true convolution",
     "the-flip", run, &(const struct loops){.k = at_flipped}},
    {"C02", "rows flipped",
     "the kernel is turned upside down, its last row first", "the-flip", run,
     &(const struct loops){.k = at_row_flipped}},
    {"CK1", "columns flipped",
     "the kernel is mirrored from left to right, its last column first",
     "the-flip", run, &(const struct loops){.k = at_column_flipped}},
    {"C03", "kernel transposed",
     "row and column of the kernel are exchanged: it reads k[v*kw + u]",
     "two-dimensions", run, &(const struct loops){.k = at_transposed}},
    {"CK2", "kernel by columns",
     "the kernel is read column by column: k[v*kh + u], but it lies in memory "
     "row by row",
     "two-dimensions", run, &(const struct loops){.k = at_column_order}},
    {"CK3", "kernel row length",
     "rows of the kernel are taken to be kh long: k[u*kh + v]; they are kw "
     "long",
     "two-dimensions", run, &(const struct loops){.k = at_kernel_pitch}},
    {"C04", "output transposed",
     "the output is written column by column, at y[j*h + i]", "two-dimensions",
     run, &(const struct loops){.y = at_output_transposed}},
    {"CY2", "output row length",
     "rows of the output are taken to be h long: y[i*h + j]; they are w long",
     "two-dimensions", run, &(const struct loops){.y = at_output_pitch}},
    {"C05", "wrong row length",
     "rows of the image are taken to be h long: x[row*h + column]; they are w "
     "long",
     "two-dimensions", run, &(const struct loops){.x = x_pitch}},
    {"CX2", "image by columns",
     "the image is read column by column, but it lies in memory row by row",
     "two-dimensions", run, &(const struct loops){.x = x_by_columns}},
    {"P02", "edge value",
     "outside the image the nearest pixel of the edge is taken; it must count "
     "as 0",
     SAME_SIZE, run, &(const struct loops){.x = x_nearest}},
    {"P03", "mirrored about the edge pixel",
     "outside the image its mirror image is taken, the edge not repeated; it "
     "must count as 0",
     SAME_SIZE, run, &(const struct loops){.x = x_reflected}},
    {"P04", "mirrored at the edge",
     "outside the image its mirror image is taken, the edge repeated; it must "
     "count as 0",
     SAME_SIZE, run, &(const struct loops){.x = x_symmetric}},
    {"P05", "circular",
     "outside the image it begins anew from the other side; it must count as 0",
     SAME_SIZE, run, &(const struct loops){.x = x_circular}},
    {"P11", "bounds exchanged",
     "the row is compared with w and the column with h; it is the other way "
     "round",
     SAME_SIZE, run, &(const struct loops){.x = x_bounds_exchanged}},
    {"P12", "first row and column lost",
     "row 0 and column 0 count as outside: > 0 stands where >= 0 is meant",
     SAME_SIZE, run, &(const struct loops){.x = x_but_first}},
    {"FS4", "last row and column lost",
     "row h-1 and column w-1 count as outside", SAME_SIZE, run,
     &(const struct loops){.x = x_but_last}},
    {"FS6", "only the index checked",
     "only the index into x is checked, not row and column: left of a row "
     "lies the end of the row above, not a zero",
     SAME_SIZE, run, &(const struct loops){.x = x_index_checked}},
    {"FS7", "border zero",
     "where the kernel hangs over the edge the output is 0; the part of it "
     "inside still counts",
     SAME_SIZE, run, &(const struct loops){.k = k_inner}},
    {"FS8", "border copied",
     "where the kernel hangs over the edge the pixel itself is copied; the "
     "part of the kernel inside counts",
     SAME_SIZE, answer_spoiled,
     &(const struct spoiled){right_filter_same_2d, copy_border}},
    {"FS9", "border unset",
     "where the kernel hangs over the edge the output is never written",
     SAME_SIZE, run, &(const struct loops){.y = y_inner}},
    {"FS10", "valid size",
     "that is correlate_2d: only places where the kernel lies wholly on the "
     "image are computed, in rows of w-kw+1",
     SAME_SIZE, run, &(const struct loops){.x = x_not_centred, .y = y_valid}},
    {"FS11", "valid size, corner on the pixel",
     "only places where the kernel lies wholly on the image are computed, and "
     "its corner, not its middle, lies on the pixel",
     SAME_SIZE, run,
     &(const struct loops){.x = x_not_centred, .y = y_valid_in_place}},
    {"C06", "last product only",
     "products replace each other instead of adding up: = stands where += is "
     "meant",
     "the-sliding-window", run, &(const struct loops){.x = x_only_last}},
    {"C07", "never reset",
     "the sum is not set back to 0, so every output contains all before it",
     "the-sliding-window", run, &(const struct loops){.never_reset = true}},
    {"C08", "added to old contents",
     "the sum is added to what y held before the call, and that may be "
     "anything",
     "the-sliding-window", answer_spoiled,
     &(const struct spoiled){right_filter_same_2d, answer_add_to_old}},
    {"C09", "mean, not sum",
     "the sum is divided by the number of the kernel's elements",
     "the-sliding-window", answer_spoiled,
     &(const struct spoiled){right_filter_same_2d, mean}},
    {"C10", "kernel loops short",
     "the last row and the last column of the kernel are left out",
     "two-dimensions", run, &(const struct loops){.k = at_kernel_inner}},
    {"C14", "int as sum",
     "the sum is kept in an int, which cuts off the fraction at every addition",
     "break-it", answer_int_sum,
     &(const struct spoiled){.right = right_filter_same_2d}},
    {"CY5", "fraction cut off",
     "the fraction of every output is cut off, as an int does", "break-it",
     answer_spoiled, &(const struct spoiled){right_filter_same_2d, answer_cut}},
    {"C15", "negatives to zero",
     "outputs below 0 become 0; a kernel may well give negative numbers",
     "filters-that-blur-filters-that-find-edges", answer_spoiled,
     &(const struct spoiled){right_filter_same_2d, answer_no_negatives}},
    {"CY6", "cut to a byte",
     "outputs are forced into 0..255; y holds floats, they need no limits",
     "filters-that-blur-filters-that-find-edges", answer_spoiled,
     &(const struct spoiled){right_filter_same_2d, answer_to_byte}},
    {.id = NULL},
};
