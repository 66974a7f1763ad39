/* The misconceptions of correlate_2d_dilated. */
#include "../6_correlate_2d_dilated.h"

#include "tests/grader/loops.h"
#include "tests/grader/mistakes.h"

static int sh(const struct at *t)
{
    return call_number(t->call, SH);
}

static int sw(const struct at *t)
{
    return call_number(t->call, SW);
}

static int dh(const struct at *t)
{
    return call_number(t->call, DH);
}

static int dw(const struct at *t)
{
    return call_number(t->call, DW);
}

/* The row and the column of the pixel that k[u, v] lies on. */
static int row_of(const struct at *t)
{
    return t->i * sh(t) + t->u * dh(t);
}

static int col_of(const struct at *t)
{
    return t->j * sw(t) + t->v * dw(t);
}

static int x_right(const struct at *t)
{
    return row_of(t) * t->w + col_of(t);
}

/* The right program. Each wrong one has a place of its own. */
static void run(const struct call *c, struct answer *a, const void *how)
{
    static const struct loops right = {
        .x = x_right, .k = at_kernel, .y = at_output};

    (void)c;
    loops_run(a, X, K, Y, &right, how);
}

/* The index of element [row, col]; beyond a row it is in the next one. */
static int pixel(const struct at *t, int row, int col)
{
    return row * t->w + col;
}

/* ---- the steps ----------------------------------------------------------- */

static int x_no_stride(const struct at *t)
{
    return pixel(t, t->i + t->u * dh(t), t->j + t->v * dw(t));
}

static int x_rows_only(const struct at *t)
{
    return pixel(t, row_of(t), t->j + t->v * dw(t));
}

static int x_columns_only(const struct at *t)
{
    return pixel(t, t->i + t->u * dh(t), col_of(t));
}

static int x_strides_exchanged(const struct at *t)
{
    return pixel(t, t->i * sw(t) + t->u * dh(t), t->j * sh(t) + t->v * dw(t));
}

static int x_sh_twice(const struct at *t)
{
    return pixel(t, row_of(t), t->j * sh(t) + t->v * dw(t));
}

static int x_sw_twice(const struct at *t)
{
    return pixel(t, t->i * sw(t) + t->u * dh(t), col_of(t));
}

static int x_not_dilated(const struct at *t)
{
    return pixel(t, t->i * sh(t) + t->u, t->j * sw(t) + t->v);
}

static int x_zeros_counted(const struct at *t)
{
    return pixel(t, t->i * sh(t) + t->u * (dh(t) + 1),
                 t->j * sw(t) + t->v * (dw(t) + 1));
}

static int x_stride_for_dilation(const struct at *t)
{
    return pixel(t, t->i * dh(t) + t->u * sh(t), t->j * dw(t) + t->v * sw(t));
}

static int x_dilations_exchanged(const struct at *t)
{
    return pixel(t, t->i * sh(t) + t->u * dw(t), t->j * sw(t) + t->v * dh(t));
}

static int x_dilated_down(const struct at *t)
{
    return pixel(t, row_of(t), t->j * sw(t) + t->v);
}

static int x_dilated_across(const struct at *t)
{
    return pixel(t, t->i * sh(t) + t->u, col_of(t));
}

static int x_dh_twice(const struct at *t)
{
    return pixel(t, row_of(t), t->j * sw(t) + t->v * dh(t));
}

static int x_dw_twice(const struct at *t)
{
    return pixel(t, t->i * sh(t) + t->u * dw(t), col_of(t));
}

static int x_dilated_window(const struct at *t)
{
    return pixel(t, (t->i * sh(t) + t->u) * dh(t),
                 (t->j * sw(t) + t->v) * dw(t));
}

static int x_dilation_added(const struct at *t)
{
    return pixel(t, t->i * sh(t) + t->u + dh(t), t->j * sw(t) + t->v + dw(t));
}

static int x_dilation_minus_one(const struct at *t)
{
    return pixel(t, t->i * sh(t) + t->u * (dh(t) - 1),
                 t->j * sw(t) + t->v * (dw(t) - 1));
}

/* ---- the image and the output in memory ---------------------------------- */

static int x_pitch(const struct at *t)
{
    return row_of(t) * t->h + col_of(t);
}

static int x_by_columns(const struct at *t)
{
    return col_of(t) * t->h + row_of(t);
}

static int x_exchanged(const struct at *t)
{
    return pixel(t, col_of(t), row_of(t));
}

static int y_of_stride_1(const struct at *t)
{
    return t->i * (t->w - dw(t) * (t->kw - 1)) + t->j;
}

static int y_in_place(const struct at *t)
{
    return t->i * sh(t) * t->ow + t->j * sw(t);
}

static int y_image_pitch(const struct at *t)
{
    return t->i * t->w + t->j;
}

/* The last window of each row and column is not computed. */
static int y_inner(const struct at *t)
{
    return t->i < t->oh - 1 && t->j < t->ow - 1 ? at_output(t) : NOWHERE;
}

/* Sizes of the output that are too small, as C computes them; its rows are
 * then so long, and lie next to each other. */
static int y_in(const struct at *t, int rows, int cols)
{
    return t->i < rows && t->j < cols ? t->i * cols + t->j : NOWHERE;
}

static int y_no_plus_one(const struct at *t)
{
    return y_in(t, t->oh - 1, t->ow - 1);
}

static int y_extent_dk(const struct at *t)
{
    return y_in(t, (t->h - dh(t) * t->kh) / sh(t) + 1,
                (t->w - dw(t) * t->kw) / sw(t) + 1);
}

/* ---- another sum --------------------------------------------------------- */

static int k_only_last(const struct at *t)
{
    return t->u == t->kh - 1 && t->v == t->kw - 1 ? at_kernel(t) : NOWHERE;
}

static void mean(struct answer *a)
{
    answer_mean(a, a->call->arg[K].count);
}

#define STRIDE "stride"
#define DILATION "dilation"

const struct misconception wrong_correlate_2d_dilated[] = {
    {"D01", "stride in the size only",
     "the window moves on by 1 all the same: y is the top left part of the "
     "answer for stride 1",
     STRIDE, run, &(const struct loops){.x = x_no_stride}},
    {"D02", "stride down only",
     "the window takes its stride down and moves across by 1", STRIDE, run,
     &(const struct loops){.x = x_rows_only}},
    {"DS1", "stride across only",
     "the window takes its stride across and moves down by 1", STRIDE, run,
     &(const struct loops){.x = x_columns_only}},
    {"DS2", "strides exchanged",
     "sw moves the window down and sh across; it is the other way round",
     STRIDE, run, &(const struct loops){.x = x_strides_exchanged}},
    {"DS10", "sh in both directions",
     "sh moves the window across as well; across it is sw", STRIDE, run,
     &(const struct loops){.x = x_sh_twice}},
    {"DS11", "sw in both directions",
     "sw moves the window down as well; down it is sh", STRIDE, run,
     &(const struct loops){.x = x_sw_twice}},
    {"D05", "dilation ignored", "the kernel lies on the image without gaps",
     DILATION, run, &(const struct loops){.x = x_not_dilated}},
    {"D06", "d zeros between",
     "d pixels are left out between two kernel elements; a dilation of d goes "
     "on by d, which leaves out d-1",
     DILATION, run, &(const struct loops){.x = x_zeros_counted}},
    {"D03", "stride and dilation exchanged",
     "the dilation moves the window and the stride spreads the kernel; it is "
     "the other way round",
     DILATION, run, &(const struct loops){.x = x_stride_for_dilation}},
    {"DD1", "dilations exchanged",
     "dw spreads the kernel down and dh across; it is the other way round",
     DILATION, run, &(const struct loops){.x = x_dilations_exchanged}},
    {"DD2", "dilation down only",
     "the kernel has its gaps down and none across", DILATION, run,
     &(const struct loops){.x = x_dilated_down}},
    {"DD3", "dilation across only",
     "the kernel has its gaps across and none down", DILATION, run,
     &(const struct loops){.x = x_dilated_across}},
    {"DD7", "dh in both directions",
     "dh spreads the kernel across as well; across it is dw", DILATION, run,
     &(const struct loops){.x = x_dh_twice}},
    {"DD8", "dw in both directions",
     "dw spreads the kernel down as well; down it is dh", DILATION, run,
     &(const struct loops){.x = x_dw_twice}},
    {"DD4", "dilation on window and kernel",
     "the dilation multiplies i*sh + u; it multiplies u alone, or the window "
     "moves on too fast",
     DILATION, run, &(const struct loops){.x = x_dilated_window}},
    {"DD5", "dilation added",
     "the dilation is added to u and v; it multiplies them", DILATION, run,
     &(const struct loops){.x = x_dilation_added}},
    {"DD6", "dilation counted between",
     "u is multiplied by dh-1 and v by dw-1: one too few", DILATION, run,
     &(const struct loops){.x = x_dilation_minus_one}},
    {"C01", "flipped",
     "the kernel is turned by 180 degrees: that is true convolution", DILATION,
     run, &(const struct loops){.k = at_flipped}},
    {"C02", "rows flipped", "the kernel is turned upside down", DILATION, run,
     &(const struct loops){.k = at_row_flipped}},
    {"CK1", "columns flipped", "the kernel is mirrored from left to right",
     DILATION, run, &(const struct loops){.k = at_column_flipped}},
    {"C03", "kernel transposed",
     "row and column of the kernel are exchanged: k[v*kw + u]", DILATION, run,
     &(const struct loops){.k = at_transposed}},
    {"CK2", "kernel by columns",
     "the kernel is read column by column: k[v*kh + u]; it lies in memory row "
     "by row",
     DILATION, run, &(const struct loops){.k = at_column_order}},
    {"CK3", "kernel row length",
     "rows of the kernel are taken to be kh long: k[u*kh + v]", DILATION, run,
     &(const struct loops){.k = at_kernel_pitch}},
    {"C05", "wrong row length",
     "rows of the image are taken to be h long; they are w long", DILATION, run,
     &(const struct loops){.x = x_pitch}},
    {"CX2", "image by columns",
     "the image is read column by column; it lies in memory row by row",
     DILATION, run, &(const struct loops){.x = x_by_columns}},
    {"CX3", "row and column exchanged",
     "row and column of the pixel are exchanged", DILATION, run,
     &(const struct loops){.x = x_exchanged}},
    {"C04", "output transposed", "the output is written column by column",
     DILATION, run, &(const struct loops){.y = at_output_transposed}},
    {"CY2", "output row length",
     "rows of the output are taken to be oh long; they are ow long", DILATION,
     run, &(const struct loops){.y = at_output_pitch}},
    {"DS8", "rows of the unstrided output",
     "y is written in rows as long as those of stride 1", STRIDE, run,
     &(const struct loops){.y = y_of_stride_1}},
    {"DS9", "output in its old place",
     "outputs are written at row i*sh, column j*sw: where they would stand at "
     "stride 1",
     STRIDE, run, &(const struct loops){.y = y_in_place}},
    {"CY3", "rows of the image",
     "y is written in rows of w; its rows are ow long", DILATION, run,
     &(const struct loops){.y = y_image_pitch}},
    {"C11", "last windows unset",
     "the last row and column of outputs are never written", DILATION, run,
     &(const struct loops){.y = y_inner}},
    {"S01", "no plus one",
     "oh and ow are counted in steps, not in windows: the first window stands "
     "before the first step, so 1 must be added",
     "counting-windows", run, &(const struct loops){.y = y_no_plus_one}},
    {"S06", "extent d*k",
     "oh and ow are computed from dh*kh and dw*kw; a kernel of kh rows has "
     "kh-1 gaps, so it covers dh*(kh-1) + 1",
     "counting-windows", run, &(const struct loops){.y = y_extent_dk}},
    {"C06", "last product only",
     "products replace each other: = stands where += is meant", DILATION, run,
     &(const struct loops){.k = k_only_last}},
    {"C07", "never reset",
     "the sum is not set back to 0, so every output contains all before it",
     DILATION, run, &(const struct loops){.never_reset = true}},
    {"C08", "added to old contents",
     "the sum is added to what y held before the call", DILATION,
     answer_spoiled,
     &(const struct spoiled){right_correlate_2d_dilated, answer_add_to_old}},
    {"C09", "mean, not sum",
     "the sum is divided by the number of the kernel's elements", DILATION,
     answer_spoiled, &(const struct spoiled){right_correlate_2d_dilated, mean}},
    {"C10", "kernel loops short",
     "the last row and the last column of the kernel are left out", DILATION,
     run, &(const struct loops){.k = at_kernel_inner}},
    {"C14", "int as sum",
     "the sum is kept in an int, which cuts off the fraction at every addition",
     DILATION, answer_int_sum,
     &(const struct spoiled){.right = right_correlate_2d_dilated}},
    {"CY5", "fraction cut off",
     "the fraction of every output is cut off, as an int does", DILATION,
     answer_spoiled,
     &(const struct spoiled){right_correlate_2d_dilated, answer_cut}},
    {"C15", "negatives to zero", "outputs below 0 become 0", DILATION,
     answer_spoiled,
     &(const struct spoiled){right_correlate_2d_dilated, answer_no_negatives}},
    {.id = NULL},
};
