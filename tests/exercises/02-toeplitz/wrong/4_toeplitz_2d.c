/* The misconceptions of toeplitz_2d. */
#include "../4_toeplitz_2d.h"

#include "tests/grader/matrix.h"
#include "tests/grader/mistakes.h"

/* Number of the output, and element (row, column) of U. */
static int output(const struct at *t)
{
    return t->i * t->ow + t->j;
}

static int at(const struct at *t, int row, int column)
{
    return row * t->h * t->w + column;
}

static int at_right(const struct at *t)
{
    return at(t, output(t), (t->i + t->u) * t->w + (t->j + t->v));
}

static struct at sizes_of(const struct call *c)
{
    int h = call_number(c, H), w = call_number(c, W);
    int kh = call_number(c, KH), kw = call_number(c, KW);

    return (struct at){
        .h = h, .w = w, .kh = kh, .kw = kw, .oh = h - kh + 1, .ow = w - kw + 1};
}

/* The right program. Each wrong one has a place of its own. */
static void run(const struct call *c, struct answer *a, const void *how)
{
    static const struct matrix right = {.k = at_kernel, .at = at_right};

    matrix_run(a, K, U, sizes_of(c), &right, how);
}

/* ---- another column ------------------------------------------------------ */

static int at_row_after_row(const struct at *t)
{
    return at(t, output(t), output(t) + t->u * t->w + t->v);
}

static int at_kernel_together(const struct at *t)
{
    return at(t, output(t), t->i * t->w + t->j + t->u * t->kw + t->v);
}

static int at_output_pitch_in_x(const struct at *t)
{
    return at(t, output(t), (t->i + t->u) * t->ow + (t->j + t->v));
}

static int at_height_pitch(const struct at *t)
{
    return at(t, output(t), (t->i + t->u) * t->h + (t->j + t->v));
}

static int at_image_by_columns(const struct at *t)
{
    return at(t, output(t), (t->j + t->v) * t->h + (t->i + t->u));
}

static int at_start(const struct at *t)
{
    return at(t, output(t), t->u * t->w + t->v);
}

static int at_same_image_row(const struct at *t)
{
    return at(t, output(t), t->u * t->w + (t->j + t->v));
}

static int at_blocks_of_kh(const struct at *t)
{
    return at(t, output(t), (t->i * t->kh + t->u) * t->w + (t->j + t->v));
}

/* ---- another row --------------------------------------------------------- */

static int at_outputs_by_columns(const struct at *t)
{
    return at(t, t->j * t->oh + t->i, (t->i + t->u) * t->w + (t->j + t->v));
}

static int at_outputs_of_oh(const struct at *t)
{
    return at(t, t->i * t->oh + t->j, (t->i + t->u) * t->w + (t->j + t->v));
}

static int at_outputs_of_w(const struct at *t)
{
    return at(t, t->i * t->w + t->j, (t->i + t->u) * t->w + (t->j + t->v));
}

static int at_transposed_place(const struct at *t)
{
    int column = (t->i + t->u) * t->w + (t->j + t->v);

    return column * t->oh * t->ow + output(t);
}

static int at_short_rows(const struct at *t)
{
    return output(t) * t->oh * t->ow + (t->i + t->u) * t->w + (t->j + t->v);
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

static int k_first_outputs(const struct at *t)
{
    return t->i < t->oh - 1 ? at_kernel(t) : NOWHERE;
}

static int k_but_last_place(const struct at *t)
{
    return t->j < t->ow - 1 ? at_kernel(t) : NOWHERE;
}

static int k_of_the_row_only(const struct at *t)
{
    return t->v;
}

/* The program with oh = h-kh and ow = w-kw: as many rows, and those of a
 * smaller output. */
static void without_plus_one(const struct call *c, struct answer *a,
                             const void *how)
{
    static const struct matrix right = {.k = at_kernel, .at = at_right};
    struct at t = sizes_of(c);

    (void)how;
    t.oh--;
    t.ow--;
    if (t.oh > 0 && t.ow > 0)
        matrix_run(a, K, U, t, &right, &right);
}

static void last_outputs_unset(const struct call *c, struct answer *a,
                               const void *how)
{
    (void)how;
    run(c, a, &(const struct matrix){.rows_unset = sizes_of(c).ow});
}

#define COLUMN "an-image-as-a-column"
#define ROWS "one-row-per-output"

const struct misconception wrong_toeplitz_2d[] = {
    {"T03", "each row one on",
     "every row of U is the row above, moved on by one; where a new row of "
     "outputs begins, the window jumps by kw",
     COLUMN, run, &(const struct matrix){.at = at_row_after_row}},
    {"T2A", "kernel rows together",
     "the rows of the kernel stand one right behind the other; in the image "
     "the next row is w columns on",
     COLUMN, run, &(const struct matrix){.at = at_kernel_together}},
    {"C01", "flipped",
     "the kernel stands turned by 180 degrees: that is the matrix of a true "
     "convolution",
     ROWS, run, &(const struct matrix){.k = at_flipped}},
    {"C02", "rows flipped",
     "the kernel is turned upside down, its last row first", ROWS, run,
     &(const struct matrix){.k = at_row_flipped}},
    {"CK1", "columns flipped",
     "the kernel is mirrored from left to right, its last column first", ROWS,
     run, &(const struct matrix){.k = at_column_flipped}},
    {"C03", "kernel transposed",
     "row and column of the kernel are exchanged: it reads k[v*kw + u]", COLUMN,
     run, &(const struct matrix){.k = at_transposed}},
    {"CK2", "kernel by columns",
     "the kernel is read column by column: k[v*kh + u], but it lies in memory "
     "row by row",
     COLUMN, run, &(const struct matrix){.k = at_column_order}},
    {"CK3", "kernel row length",
     "rows of the kernel are taken to be kh long: k[u*kh + v]; they are kw "
     "long",
     COLUMN, run, &(const struct matrix){.k = at_kernel_pitch}},
    {"T2B", "first kernel row only",
     "all rows of the kernel are taken to be the first: k[v] stands for k[u*kw "
     "+ v]",
     COLUMN, run, &(const struct matrix){.k = k_of_the_row_only}},
    {"T02", "transposed",
     "rows and columns are exchanged: that is the transpose of U, with one row "
     "for each input",
     "the-transpose", run, &(const struct matrix){.at = at_transposed_place}},
    {"T2C", "row length",
     "rows of U are taken to be oh*ow long; that is their number, each is h*w "
     "long",
     ROWS, run, &(const struct matrix){.at = at_short_rows}},
    {"T2D", "image row as long as an output row",
     "rows of the image are taken to be ow long; they are w long", COLUMN, run,
     &(const struct matrix){.at = at_output_pitch_in_x}},
    {"C05", "wrong row length",
     "rows of the image are taken to be h long: column (i+u)*h + ...; they are "
     "w long",
     COLUMN, run, &(const struct matrix){.at = at_height_pitch}},
    {"CX2", "image by columns",
     "the image is read column by column, but it lies in memory row by row",
     COLUMN, run, &(const struct matrix){.at = at_image_by_columns}},
    {"CX3", "window stays",
     "the window never moves: every row of U is the first", ROWS, run,
     &(const struct matrix){.at = at_start}},
    {"T2E", "window never goes down",
     "the window moves along the first row of the image only: i is missing in "
     "the column",
     COLUMN, run, &(const struct matrix){.at = at_same_image_row}},
    {"T2F", "steps of kh",
     "with each row of outputs the window goes down by kh rows; it goes down "
     "by one",
     COLUMN, run, &(const struct matrix){.at = at_blocks_of_kh}},
    {"C04", "outputs by columns",
     "the rows of U stand in the order of an output read column by column: row "
     "j*oh + i",
     COLUMN, run, &(const struct matrix){.at = at_outputs_by_columns}},
    {"CY2", "output row length",
     "rows of the output are taken to be oh long; that is their number, each "
     "is ow long",
     COLUMN, run, &(const struct matrix){.at = at_outputs_of_oh}},
    {"CY1", "output as wide as the image",
     "rows of the output are taken to be w long, as in the image; they are ow "
     "long",
     COLUMN, run, &(const struct matrix){.at = at_outputs_of_w}},
    {"TZ9", "not cleared",
     "where no weight stands, U is never written: it must be 0 there", ROWS,
     run, &(const struct matrix){.not_cleared = true}},
    {"C08", "added to old contents",
     "the weights are added to what U held before the call, and that may be "
     "anything",
     ROWS, run, &(const struct matrix){.not_cleared = true, .added = true}},
    {"CK4", "kernel row short", "the last row of the kernel is left out",
     COLUMN, run, &(const struct matrix){.k = k_but_last_row}},
    {"CK5", "kernel column short", "the last column of the kernel is left out",
     COLUMN, run, &(const struct matrix){.k = k_but_last_column}},
    {"C10", "kernel loops short",
     "the last row and the last column of the kernel are left out", COLUMN, run,
     &(const struct matrix){.k = at_kernel_inner}},
    {"S01", "sizes without + 1",
     "the output is taken to be h-kh by w-kw; a + 1 is missing in both", COLUMN,
     without_plus_one, NULL},
    {"CY3", "last output row unset",
     "the rows of U for the last row of outputs are never written", COLUMN,
     last_outputs_unset, NULL},
    {"T2G", "last output row empty",
     "no weight stands in the rows of U for the last row of outputs: a + 1 is "
     "missing",
     COLUMN, run, &(const struct matrix){.k = k_first_outputs}},
    {"T2H", "last output column empty",
     "no weight stands in the rows of U for the last column of outputs: a + 1 "
     "is missing",
     COLUMN, run, &(const struct matrix){.k = k_but_last_place}},
    {"CY5", "fraction cut off",
     "the fraction of every weight is cut off, as an int does", COLUMN,
     answer_spoiled, &(const struct spoiled){right_toeplitz_2d, answer_cut}},
    {.id = NULL},
};
