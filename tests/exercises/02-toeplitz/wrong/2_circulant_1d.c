/* The misconceptions of circulant_1d. Places are told as for every program:
 * y[j] is made by row t->j, and k[v] is at t->v. */
#include "../2_circulant_1d.h"

#include "tests/grader/matrix.h"
#include "tests/grader/mistakes.h"

static int at_column(const struct at *t, int c)
{
    return t->j * t->w + c;
}

static int at_right(const struct at *t)
{
    return at_column(t, (t->j + t->v) % t->w);
}

/* The right program. Each wrong one has a place of its own. */
static void run(const struct call *c, struct answer *a, const void *how)
{
    static const struct matrix right = {.k = at_kernel, .at = at_right};
    int w = call_number(c, W), kw = call_number(c, KW);

    matrix_run(a, K, U,
               (struct at){.h = 1, .w = w, .kh = 1, .kw = kw, .oh = 1, .ow = w},
               &right, how);
}

/* ---- another place ------------------------------------------------------- */

static int at_backwards(const struct at *t)
{
    return at_column(t, (t->j - t->v + t->w) % t->w);
}

static int at_start(const struct at *t)
{
    return at_column(t, t->v);
}

static int at_inside(const struct at *t)
{
    return t->j + t->v < t->w ? at_column(t, t->j + t->v) : NOWHERE;
}

static int at_straight_on(const struct at *t)
{
    return at_column(t, t->j + t->v);
}

static int at_last(const struct at *t)
{
    return at_column(t, t->j + t->v < t->w ? t->j + t->v : t->w - 1);
}

/* The signal mirrored at its end, the last number not repeated; a ring of one
 * has no other. */
static int at_mirror(const struct at *t)
{
    int c = t->j + t->v;

    if (c < t->w)
        return at_column(t, c);
    return t->w > 1 ? at_column(t, 2 * (t->w - 1) - c) : at_column(t, 0);
}

static int at_whole_index(const struct at *t)
{
    return (t->j * t->w + t->j + t->v) % (t->w * t->w);
}

static int at_modulo_places(const struct at *t)
{
    return at_column(t, (t->j + t->v) % (t->w - t->kw + 1));
}

static int at_modulo_kernel(const struct at *t)
{
    return at_column(t, (t->j + t->v) % t->kw);
}

static int at_centred(const struct at *t)
{
    return at_column(t, (t->j + t->v - t->kw / 2 + t->w) % t->w);
}

static int at_steps_of_kw(const struct at *t)
{
    return at_column(t, (t->j * t->kw + t->v) % t->w);
}

/* ---- something left out -------------------------------------------------- */

static int k_but_last(const struct at *t)
{
    return t->v < t->kw - 1 ? t->v : NOWHERE;
}

static int k_of_places(const struct at *t)
{
    return t->j < t->w - t->kw + 1 ? t->v : NOWHERE;
}

static int k_but_last_row(const struct at *t)
{
    return t->j < t->w - 1 ? t->v : NOWHERE;
}

static void only_places(const struct call *c, struct answer *a, const void *how)
{
    (void)how;
    run(c, a, &(const struct matrix){.rows_unset = call_number(c, KW) - 1});
}

#define RING "a-ring"

const struct misconception wrong_circulant_1d[] = {
    {"C01", "flipped",
     "the kernel stands backwards in every row: that is the matrix of a true "
     "convolution",
     "one-row-per-output", run, &(const struct matrix){.k = at_flipped}},
    {"T02", "transposed",
     "k[u] is in column i-u, going round to the left: that is the transpose of "
     "U",
     RING, run, &(const struct matrix){.at = at_backwards}},
    {"CI1", "does not go round",
     "what leaves at the right is lost: the signal is taken to end in zeros, "
     "not to begin anew",
     RING, run, &(const struct matrix){.at = at_inside}},
    {"CI2", "into the next row",
     "what leaves at the right comes in at the left of the row below; it "
     "belongs in its own row",
     RING, run, &(const struct matrix){.at = at_straight_on}},
    {"CI3", "whole index modulo",
     "the modulo is taken of the whole index, so only the last row goes round; "
     "it is the column that goes round",
     RING, run, &(const struct matrix){.at = at_whole_index}},
    {"CI4", "modulo the places",
     "the column is taken modulo w-kw+1, the number of places inside; the ring "
     "has w",
     RING, run, &(const struct matrix){.at = at_modulo_places}},
    {"CI9", "modulo the kernel",
     "the column is taken modulo kw, so that all weights stand in the first kw "
     "columns; the ring has w",
     RING, run, &(const struct matrix){.at = at_modulo_kernel}},
    {"P02", "last column",
     "what leaves at the right stays in the last column: the signal is taken "
     "to keep its last value",
     RING, run, &(const struct matrix){.at = at_last}},
    {"P03", "mirrored",
     "what leaves at the right comes back from there: the signal is mirrored "
     "at its end, not a ring",
     RING, run, &(const struct matrix){.at = at_mirror}},
    {"CI5", "centred on the diagonal",
     "the middle of the kernel is on the diagonal; the window begins there",
     RING, run, &(const struct matrix){.at = at_centred}},
    {"TZ1", "kernel stays",
     "every row begins with the kernel; in row i it begins at column i",
     "one-row-per-output", run, &(const struct matrix){.at = at_start}},
    {"TZ5", "steps of kw",
     "each row is moved on by kw places; windows move by one place",
     "one-row-per-output", run, &(const struct matrix){.at = at_steps_of_kw}},
    {"CI6", "places inside only",
     "only the first w-kw+1 rows hold weights; on a ring the kernel may begin "
     "at all w places",
     RING, run, &(const struct matrix){.k = k_of_places}},
    {"CI7", "places inside only",
     "only the first w-kw+1 rows are written; on a ring the kernel may begin "
     "at all w places",
     RING, only_places, NULL},
    {"CI8", "last row empty", "no weight stands in the last row", RING, run,
     &(const struct matrix){.k = k_but_last_row}},
    {"TZ9", "not cleared",
     "where no weight stands, U is never written: it must be 0 there", RING,
     run, &(const struct matrix){.not_cleared = true}},
    {"C08", "added to old contents",
     "the weights are added to what U held before the call, and that may be "
     "anything",
     RING, run, &(const struct matrix){.not_cleared = true, .added = true}},
    {"C10", "kernel loop short", "the last number of the kernel is left out",
     RING, run, &(const struct matrix){.k = k_but_last}},
    {"CY5", "fraction cut off",
     "the fraction of every weight is cut off, as an int does", RING,
     answer_spoiled, &(const struct spoiled){right_circulant_1d, answer_cut}},
    {.id = NULL},
};
