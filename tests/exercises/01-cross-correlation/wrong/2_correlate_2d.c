/* The misconceptions of correlate_2d. */
#include "../2_correlate_2d.h"

#include "tests/grader/loops.h"
#include "tests/grader/mistakes.h"

/* The right program. Each wrong one has a place of its own. */
static void run(const struct call *c, struct answer *a, const void *how)
{
    static const struct loops right = {
        .x = at_window, .k = at_kernel, .y = at_output};

    (void)c;
    loops_run(a, X, K, Y, &right, how);
}

/* ---- another index ------------------------------------------------------- */

static int x_pitch(const struct at *t)
{
    return (t->i + t->u) * t->h + (t->j + t->v);
}

static int x_transposed(const struct at *t)
{
    return (t->j + t->v) * t->w + (t->i + t->u);
}

static int x_by_columns(const struct at *t)
{
    return (t->j + t->v) * t->h + (t->i + t->u);
}

static int x_stays(const struct at *t)
{
    return t->u * t->w + t->v;
}

static int x_of_the_corner(const struct at *t)
{
    return t->i * t->w + t->j;
}

/* Number n of an output that is ow high and oh wide. */
static int x_with_sides_exchanged(const struct at *t)
{
    int n = t->i * t->ow + t->j;

    return (n / t->oh + t->u) * t->w + (n % t->oh + t->v);
}

/* i + u * w without parentheses: the row is counted in elements. */
static int x_unbracketed(const struct at *t)
{
    return t->i + t->u * t->w + (t->j + t->v);
}

static int y_pitch(const struct at *t)
{
    return t->i * t->w + t->j;
}

/* ---- something left out -------------------------------------------------- */

static int k_but_last_row(const struct at *t)
{
    return t->u < t->kh - 1 ? at_kernel(t) : NOWHERE;
}

static int k_but_last_column(const struct at *t)
{
    return t->v < t->kw - 1 ? at_kernel(t) : NOWHERE;
}

static int k_only_last(const struct at *t)
{
    return at_kernel(t) == t->kh * t->kw - 1 ? at_kernel(t) : NOWHERE;
}

static int y_but_last_row(const struct at *t)
{
    return t->i < t->oh - 1 ? at_output(t) : NOWHERE;
}

static int y_but_last_column(const struct at *t)
{
    return t->j < t->ow - 1 ? at_output(t) : NOWHERE;
}

static int y_but_both(const struct at *t)
{
    return t->i < t->oh - 1 ? y_but_last_column(t) : NOWHERE;
}

static int y_narrower(const struct at *t)
{
    return t->j < t->ow - 1 ? t->i * (t->ow - 1) + t->j : NOWHERE;
}

static int k_last_row(const struct at *t)
{
    return t->u == t->kh - 1 ? at_kernel(t) : NOWHERE;
}

/* The same, its rows next to each other. */
static int y_smaller(const struct at *t)
{
    return y_but_both(t) == NOWHERE ? NOWHERE : t->i * (t->ow - 1) + t->j;
}

/* ---- another sum --------------------------------------------------------- */

static void mean(struct answer *a)
{
    answer_mean(a, a->call->arg[K].count);
}

const struct misconception wrong_correlate_2d[] = {
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
     "the output is written column by column, at y[j*oh + i]", "two-dimensions",
     run, &(const struct loops){.y = at_output_transposed}},
    {"CY1", "output as wide as the image",
     "rows of the output are taken to be w long, as in the image; they are ow "
     "long",
     "two-dimensions", run, &(const struct loops){.y = y_pitch}},
    {"CY2", "output row length",
     "rows of the output are taken to be oh long; that is their number, each "
     "is ow long",
     "two-dimensions", run, &(const struct loops){.y = at_output_pitch}},
    {"C05", "wrong row length",
     "rows of the image are taken to be h long: x[(i+u)*h + ...]; they are w "
     "long",
     "two-dimensions", run, &(const struct loops){.x = x_pitch}},
    {"CX1", "image indices exchanged",
     "row and column of the image are exchanged: it reads x[(j+v)*w + (i+u)]",
     "two-dimensions", run, &(const struct loops){.x = x_transposed}},
    {"CX5", "parentheses missing",
     "the image is read at x[i + u*w + ...]: without parentheses only u is "
     "multiplied by w, so the window goes right where it should go down",
     "two-dimensions", run, &(const struct loops){.x = x_unbracketed}},
    {"CX2", "image by columns",
     "the image is read column by column, but it lies in memory row by row",
     "two-dimensions", run, &(const struct loops){.x = x_by_columns}},
    {"CX3", "window stays",
     "the window never moves: every output is the sum at the top left corner",
     "the-sliding-window", run, &(const struct loops){.x = x_stays}},
    {"CX4", "one pixel",
     "every number of the kernel is multiplied by the same pixel, the corner "
     "of the window",
     "the-sliding-window", run, &(const struct loops){.x = x_of_the_corner}},
    {"C06", "last product only",
     "products replace each other instead of adding up: = stands where += is "
     "meant",
     "the-sliding-window", run, &(const struct loops){.k = k_only_last}},
    {"CK6", "reset at every kernel row",
     "the sum is set back to 0 for every row of the kernel, so only the last "
     "row is left",
     "two-dimensions", run, &(const struct loops){.k = k_last_row}},
    {"C07", "never reset",
     "the sum is not set back to 0, so every output contains all before it",
     "the-sliding-window", run, &(const struct loops){.never_reset = true}},
    {"C08", "added to old contents",
     "the sum is added to what y held before the call, and that may be "
     "anything",
     "the-sliding-window", answer_spoiled,
     &(const struct spoiled){right_correlate_2d, answer_add_to_old}},
    {"C09", "mean, not sum",
     "the sum is divided by the number of the kernel's elements",
     "the-sliding-window", answer_spoiled,
     &(const struct spoiled){right_correlate_2d, mean}},
    {"C10", "kernel loops short",
     "the last row and the last column of the kernel are left out",
     "two-dimensions", run, &(const struct loops){.k = at_kernel_inner}},
    {"CK4", "kernel row short", "the last row of the kernel is left out",
     "two-dimensions", run, &(const struct loops){.k = k_but_last_row}},
    {"CK5", "kernel column short", "the last column of the kernel is left out",
     "two-dimensions", run, &(const struct loops){.k = k_but_last_column}},
    {"C11", "last row and column unset",
     "the last row and the last column of the output are never written",
     "the-sliding-window", run, &(const struct loops){.y = y_but_both}},
    {"CY3", "last row unset", "the last row of the output is never written",
     "the-sliding-window", run, &(const struct loops){.y = y_but_last_row}},
    {"CY4", "last column unset",
     "the last column of the output is never written", "the-sliding-window",
     run, &(const struct loops){.y = y_but_last_column}},
    {"S01", "one place too few",
     "the output is taken to have h-kh rows and w-kw columns; a + 1 is missing",
     "the-sliding-window", run, &(const struct loops){.y = y_smaller}},
    {"S02", "one column too few",
     "rows of the output are taken to be w-kw long; a + 1 is missing",
     "the-sliding-window", run, &(const struct loops){.y = y_narrower}},
    {"S09", "height and width exchanged",
     "the output is taken to have w-kw+1 rows and h-kh+1 columns; it is the "
     "other way round",
     "two-dimensions", run, &(const struct loops){.x = x_with_sides_exchanged}},
    {"C14", "int as sum",
     "the sum is kept in an int, which cuts off the fraction at every addition",
     "break-it", answer_int_sum,
     &(const struct spoiled){.right = right_correlate_2d}},
    {"CY5", "fraction cut off",
     "the fraction of every output is cut off, as an int does", "break-it",
     answer_spoiled, &(const struct spoiled){right_correlate_2d, answer_cut}},
    {"C15", "negatives to zero",
     "outputs below 0 become 0; a kernel may well give negative numbers",
     "filters-that-blur-filters-that-find-edges", answer_spoiled,
     &(const struct spoiled){right_correlate_2d, answer_no_negatives}},
    {"CY6", "cut to a byte",
     "outputs are forced into 0..255; y holds floats, they need no limits",
     "filters-that-blur-filters-that-find-edges", answer_spoiled,
     &(const struct spoiled){right_correlate_2d, answer_to_byte}},
    {"CY8", "cut at 255",
     "outputs above 255 become 255; y holds floats, they need no limits",
     "filters-that-blur-filters-that-find-edges", answer_spoiled,
     &(const struct spoiled){right_correlate_2d, answer_to_255}},
    {"CY7", "sign lost", "outputs have lost their sign",
     "filters-that-blur-filters-that-find-edges", answer_spoiled,
     &(const struct spoiled){right_correlate_2d, answer_absolute}},
    {.id = NULL},
};
