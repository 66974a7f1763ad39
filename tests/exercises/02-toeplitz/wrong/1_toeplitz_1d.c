/* The misconceptions of toeplitz_1d. Places are told as for every program:
 * y[j] is made by row t->j, and k[v] is at t->v. */
#include "../1_toeplitz_1d.h"

#include "tests/grader/matrix.h"
#include "tests/grader/mistakes.h"

static int at_right(const struct at *t)
{
    return t->j * t->w + (t->j + t->v);
}

/* The right program. Each wrong one has a place of its own. */
static void run(const struct call *c, struct answer *a, const void *how)
{
    static const struct matrix right = {.k = at_kernel, .at = at_right};
    int w = call_number(c, W), kw = call_number(c, KW);

    matrix_run(
        a, K, U,
        (struct at){
            .h = 1, .w = w, .kh = 1, .kw = kw, .oh = 1, .ow = w - kw + 1},
        &right, how);
}

/* ---- another place ------------------------------------------------------- */

static int at_start(const struct at *t)
{
    return t->j * t->w + t->v;
}

static int at_transposed_place(const struct at *t)
{
    return (t->j + t->v) * t->ow + t->j;
}

static int at_short_rows(const struct at *t)
{
    return t->j * t->ow + (t->j + t->v);
}

static int column(const struct at *t, int c)
{
    return c >= 0 && c < t->w ? t->j * t->w + c : NOWHERE;
}

static int at_left(const struct at *t)
{
    return column(t, t->j - t->v);
}

static int at_left_round(const struct at *t)
{
    return column(t, (t->j - t->v + t->w) % t->w);
}

static int at_centred(const struct at *t)
{
    return column(t, t->j + t->v - t->kw / 2);
}

static int at_steps_of_kw(const struct at *t)
{
    return column(t, t->j * t->kw + t->v);
}

static int at_rows_reversed(const struct at *t)
{
    return (t->ow - 1 - t->j) * t->w + (t->j + t->v);
}

static int at_column_one_off(const struct at *t)
{
    return column(t, t->j + t->v + 1);
}

/* ---- something left out -------------------------------------------------- */

static int k_but_last(const struct at *t)
{
    return t->v < t->kw - 1 ? t->v : NOWHERE;
}

static int k_but_last_row(const struct at *t)
{
    return t->j < t->ow - 1 ? t->v : NOWHERE;
}

static int k_first_only(const struct at *t)
{
    (void)t;
    return 0;
}

#define ROWS "one-row-per-output"

const struct misconception wrong_toeplitz_1d[] = {
    {"C01", "flipped",
     "the kernel stands backwards in every row: that is the matrix of a true "
     "convolution",
     ROWS, run, &(const struct matrix){.k = at_flipped}},
    {"T02", "transposed",
     "rows and columns are exchanged: that is the transpose of U, with one row "
     "for each input",
     ROWS, run, &(const struct matrix){.at = at_transposed_place}},
    {"TZ1", "kernel stays",
     "every row begins with the kernel; in row i it begins at column i", ROWS,
     run, &(const struct matrix){.at = at_start}},
    {"TZ2", "row length",
     "rows of U are taken to be ow long; that is their number, each is w long",
     ROWS, run, &(const struct matrix){.at = at_short_rows}},
    {"TZ3", "to the left",
     "the kernel runs to the left of the diagonal: k[u] is in column i-u, not "
     "i+u",
     ROWS, run, &(const struct matrix){.at = at_left}},
    {"T01", "to the left, on a ring",
     "k[u] is in column i-u, and what leaves at the left comes in at the "
     "right: that is a circulant matrix, transposed",
     "a-ring", run, &(const struct matrix){.at = at_left_round}},
    {"TZ4", "centred on the diagonal",
     "the middle of the kernel is on the diagonal; the window begins there",
     ROWS, run, &(const struct matrix){.at = at_centred}},
    {"TZ5", "steps of kw",
     "each row is moved on by kw places; windows move by one place", ROWS, run,
     &(const struct matrix){.at = at_steps_of_kw}},
    {"TZ6", "rows from the last",
     "the rows stand in reverse order, the last output first", ROWS, run,
     &(const struct matrix){.at = at_rows_reversed}},
    {"TZ7", "one column late",
     "the kernel begins at column i+1 of row i; it begins at column i", ROWS,
     run, &(const struct matrix){.at = at_column_one_off}},
    {"TZ8", "first weight only",
     "k[0] is written in all kw places; each has a weight of its own", ROWS,
     run, &(const struct matrix){.k = k_first_only}},
    {"TZ9", "not cleared",
     "where no weight stands, U is never written: it must be 0 there", ROWS,
     run, &(const struct matrix){.not_cleared = true}},
    {"C08", "added to old contents",
     "the weights are added to what U held before the call, and that may be "
     "anything",
     ROWS, run, &(const struct matrix){.not_cleared = true, .added = true}},
    {"C10", "kernel loop short", "the last number of the kernel is left out",
     ROWS, run, &(const struct matrix){.k = k_but_last}},
    {"S01", "one row too few",
     "the last row is never written: there are w-kw+1, not w-kw", ROWS, run,
     &(const struct matrix){.rows_unset = 1}},
    {"TZ10", "last row empty",
     "no weight stands in the last row: a + 1 is "
     "missing",
     ROWS, run, &(const struct matrix){.k = k_but_last_row}},
    {"CY5", "fraction cut off",
     "the fraction of every weight is cut off, as an int does", ROWS,
     answer_spoiled, &(const struct spoiled){right_toeplitz_1d, answer_cut}},
    {.id = NULL},
};
