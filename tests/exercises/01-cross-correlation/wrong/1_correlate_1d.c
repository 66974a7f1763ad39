/* The misconceptions of correlate_1d. */
#include "../1_correlate_1d.h"

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

static int x_backwards(const struct at *t)
{
    return t->w - 1 - (t->j + t->v);
}

static int y_backwards(const struct at *t)
{
    return t->ow - 1 - t->j;
}

static int x_stays(const struct at *t)
{
    return t->v;
}

static int x_of_the_corner(const struct at *t)
{
    return t->j;
}

/* ---- something left out -------------------------------------------------- */

static int k_but_last(const struct at *t)
{
    return t->v < t->kw - 1 ? t->v : NOWHERE;
}

static int k_but_first(const struct at *t)
{
    return t->v > 0 ? t->v : NOWHERE;
}

static int k_only_last(const struct at *t)
{
    return t->v == t->kw - 1 ? t->v : NOWHERE;
}

static int y_but_last(const struct at *t)
{
    return t->j < t->ow - 1 ? t->j : NOWHERE;
}

/* ---- another sum --------------------------------------------------------- */

static void mean(struct answer *a)
{
    answer_mean(a, a->call->arg[K].count);
}

const struct misconception wrong_correlate_1d[] = {
    {"C01", "flipped",
     "the kernel is laid on the signal back to front: that is true "
     "convolution",
     "the-flip", run, &(const struct loops){.k = at_flipped}},
    {"CX1", "signal backwards",
     "the signal is read from its end, so the outputs come in reverse and the "
     "kernel meets it flipped",
     "the-flip", run, &(const struct loops){.x = x_backwards}},
    {"CY1", "output backwards", "the outputs stand in reverse order",
     "the-sliding-window", run, &(const struct loops){.y = y_backwards}},
    {"CX3", "window stays",
     "the window never moves: every output is the sum at the first place",
     "the-sliding-window", run, &(const struct loops){.x = x_stays}},
    {"CX4", "one sample",
     "every number of the kernel is multiplied by the same sample, the first "
     "of the window",
     "the-sliding-window", run, &(const struct loops){.x = x_of_the_corner}},
    {"C06", "last product only",
     "products replace each other instead of adding up: = stands where += is "
     "meant",
     "the-sliding-window", run, &(const struct loops){.k = k_only_last}},
    {"C07", "never reset",
     "the sum is not set back to 0, so every output contains all before it",
     "the-sliding-window", run, &(const struct loops){.never_reset = true}},
    {"C08", "added to old contents",
     "the sum is added to what y held before the call, and that may be "
     "anything",
     "the-sliding-window", answer_spoiled,
     &(const struct spoiled){right_correlate_1d, answer_add_to_old}},
    {"C09", "mean, not sum",
     "the sum is divided by the number of the kernel's elements",
     "the-sliding-window", answer_spoiled,
     &(const struct spoiled){right_correlate_1d, mean}},
    {"C10", "kernel loop short", "the last number of the kernel is left out",
     "the-sliding-window", run, &(const struct loops){.k = k_but_last}},
    {"CK1", "kernel loop late", "the first number of the kernel is left out",
     "the-sliding-window", run, &(const struct loops){.k = k_but_first}},
    {"S01", "one place too few",
     "the output is taken to have w-kw numbers; a + 1 is missing",
     "the-sliding-window", run, &(const struct loops){.y = y_but_last}},
    {"C14", "int as sum",
     "the sum is kept in an int, which cuts off the fraction at every addition",
     "break-it", answer_int_sum,
     &(const struct spoiled){.right = right_correlate_1d}},
    {"CY2", "fraction cut off",
     "the fraction of every output is cut off, as an int does", "break-it",
     answer_spoiled, &(const struct spoiled){right_correlate_1d, answer_cut}},
    {"C15", "negatives to zero",
     "outputs below 0 become 0; a kernel may well give negative numbers",
     "the-sliding-window", answer_spoiled,
     &(const struct spoiled){right_correlate_1d, answer_no_negatives}},
    {"CY3", "sign lost", "outputs have lost their sign", "the-sliding-window",
     answer_spoiled,
     &(const struct spoiled){right_correlate_1d, answer_absolute}},
    {.id = NULL},
};
