/* The misconceptions of matvec. Places are told as for every program: U is
 * t->h by t->w, x is t->kw long and at t->v, y is at t->j. */
#include "../3_matvec.h"

#include "tests/grader/loops.h"
#include "tests/grader/mistakes.h"

static int u_right(const struct at *t)
{
    return t->j * t->w + t->v;
}

/* The right program. Each wrong one has a place of its own. */
static void run(const struct call *c, struct answer *a, const void *how)
{
    static const struct loops right = {
        .x = u_right, .k = at_kernel, .y = at_output};

    (void)c;
    loops_run(a, U, X, Y, &right, how);
}

/* ---- another index ------------------------------------------------------- */

static int u_pitch(const struct at *t)
{
    return t->j * t->h + t->v;
}

static int u_by_columns(const struct at *t)
{
    return t->v * t->h + t->j;
}

/* Stays inside a square matrix only. */
static int u_transposed(const struct at *t)
{
    return t->v * t->w + t->j;
}

static int u_first_row(const struct at *t)
{
    return t->v;
}

static int u_backwards(const struct at *t)
{
    return t->j * t->w + (t->w - 1 - t->v);
}

static int u_diagonal(const struct at *t)
{
    return t->j == t->v ? u_right(t) : NOWHERE;
}

static int x_of_the_row(const struct at *t)
{
    return t->j;
}

static int y_backwards(const struct at *t)
{
    return t->ow - 1 - t->j;
}

/* ---- something left out -------------------------------------------------- */

static int x_only_last(const struct at *t)
{
    return t->v == t->kw - 1 ? t->v : NOWHERE;
}

static int x_but_last(const struct at *t)
{
    return t->v < t->kw - 1 ? t->v : NOWHERE;
}

/* Loops over as many columns as there are rows. */
static int x_of_the_rows(const struct at *t)
{
    return t->v < t->h ? t->v : NOWHERE;
}

static int y_but_last(const struct at *t)
{
    return t->j < t->ow - 1 ? t->j : NOWHERE;
}

static int y_of_the_columns(const struct at *t)
{
    return t->j < t->w ? t->j : NOWHERE;
}

/* Either reads or writes outside, unless the matrix is square or longer the
 * other way. */
static void run_m_columns(const struct call *c, struct answer *a,
                          const void *how)
{
    int m = call_number(c, M);

    (void)how;
    run(c, a, &(const struct loops){.k = x_of_the_rows});
    if (m > call_number(c, N))
        answer_unknown(a, Y, m - 1);
}

static void run_n_rows(const struct call *c, struct answer *a, const void *how)
{
    int m = call_number(c, M);

    (void)how;
    run(c, a, &(const struct loops){.y = y_of_the_columns});
    if (m < call_number(c, N))
        answer_unknown(a, Y, m - 1);
}

/* ---- another sum --------------------------------------------------------- */

static void mean(struct answer *a)
{
    answer_mean(a, a->call->arg[X].count);
}

#define PRODUCT "the-product"

const struct misconception wrong_matvec[] = {
    {"MV1", "row length",
     "rows of U are taken to be m long: U[i*m + j]; that is their number, each "
     "is n long",
     PRODUCT, run, &(const struct loops){.x = u_pitch}},
    {"MV2", "by columns",
     "U is read column by column, but it lies in memory row by row: U[i*n + j]",
     PRODUCT, run, &(const struct loops){.x = u_by_columns}},
    {"T02", "transposed",
     "row and column of U are exchanged, U[j*n + i]: that is the product with "
     "the transpose, where it exists",
     "the-transpose", run, &(const struct loops){.x = u_transposed}},
    {"MV3", "first row only", "every output is made by row 0 of U", PRODUCT,
     run, &(const struct loops){.x = u_first_row}},
    {"MV4", "row backwards",
     "each row of U is read from its end: U[i, j] belongs to x[j]", PRODUCT,
     run, &(const struct loops){.x = u_backwards}},
    {"MV5", "diagonal only",
     "only U[i, i] times x[i] is left: every output takes the whole of x",
     PRODUCT, run, &(const struct loops){.x = u_diagonal}},
    {"MV6", "index of the row",
     "a whole row of U is multiplied by x[i]; U[i, j] belongs to x[j]", PRODUCT,
     run, &(const struct loops){.k = x_of_the_row}},
    {"MV7", "output backwards", "the outputs stand in reverse order", PRODUCT,
     run, &(const struct loops){.y = y_backwards}},
    {"C06", "last product only",
     "products replace each other instead of adding up: = stands where += is "
     "meant",
     PRODUCT, run, &(const struct loops){.k = x_only_last}},
    {"C07", "never reset",
     "the sum is not set back to 0, so every output contains all before it",
     PRODUCT, run, &(const struct loops){.never_reset = true}},
    {"C08", "added to old contents",
     "the sum is added to what y held before the call, and that may be "
     "anything",
     PRODUCT, answer_spoiled,
     &(const struct spoiled){right_matvec, answer_add_to_old}},
    {"C09", "mean, not sum", "the sum is divided by the number of columns",
     PRODUCT, answer_spoiled, &(const struct spoiled){right_matvec, mean}},
    {"C10", "last column lost", "the last column of U is left out", PRODUCT,
     run, &(const struct loops){.k = x_but_last}},
    {"C11", "last output unset", "the last output is never written", PRODUCT,
     run, &(const struct loops){.y = y_but_last}},
    {"MV8", "as many columns as rows",
     "the inner loop goes to m, so where U is wide, only its first m columns "
     "are used; it goes to n",
     PRODUCT, run_m_columns, NULL},
    {"MV9", "as many outputs as columns",
     "the outer loop goes to n, so where U is high, only the first n outputs "
     "are written; there are m",
     PRODUCT, run_n_rows, NULL},
    {"C14", "int as sum",
     "the sum is kept in an int, which cuts off the fraction at every addition",
     PRODUCT, answer_int_sum, &(const struct spoiled){.right = right_matvec}},
    {"CY5", "fraction cut off",
     "the fraction of every output is cut off, as an int does", PRODUCT,
     answer_spoiled, &(const struct spoiled){right_matvec, answer_cut}},
    {"C15", "negatives to zero",
     "outputs below 0 become 0; a product may well be negative", PRODUCT,
     answer_spoiled,
     &(const struct spoiled){right_matvec, answer_no_negatives}},
    {.id = NULL},
};
