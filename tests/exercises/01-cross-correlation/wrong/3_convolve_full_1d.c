/* The misconceptions of convolve_full_1d. Places are told as for every
 * program: y[n] is at n = t->j, k[n-m] at n-m = t->v. */
#include "../3_convolve_full_1d.h"

#include "tests/grader/loops.h"
#include "tests/grader/mistakes.h"

static int x_inside(const struct at *t, int m)
{
    return m >= 0 && m < t->w ? m : NOWHERE;
}

static int x_right(const struct at *t)
{
    return x_inside(t, t->j - t->v);
}

/* The right program. Each wrong one has a place of its own. */
static void run(const struct call *c, struct answer *a, const void *how)
{
    static const struct loops right = {
        .x = x_right, .k = at_kernel, .y = at_output};

    (void)c;
    loops_run(a, X, K, Y, &right, how);
}

/* ---- another index ------------------------------------------------------- */

static int x_flipped(const struct at *t)
{
    int m = x_right(t);

    return m == NOWHERE ? NOWHERE : t->w - 1 - m;
}

static int x_late(const struct at *t)
{
    return x_inside(t, t->j - 1 - t->v);
}

static int x_round_about(const struct at *t)
{
    int m = t->j - t->v;

    return (m % t->w + t->w) % t->w;
}

static int x_nearest(const struct at *t)
{
    int m = t->j - t->v;

    return m < 0 ? 0 : m >= t->w ? t->w - 1 : m;
}

static int y_backwards(const struct at *t)
{
    return t->ow - 1 - t->j;
}

/* ---- something left out -------------------------------------------------- */

static int x_but_first(const struct at *t)
{
    int m = x_right(t);

    return m > 0 ? m : NOWHERE;
}

static int x_but_last(const struct at *t)
{
    int m = x_right(t);

    return m < t->w - 1 ? m : NOWHERE;
}

/* The greatest m that has a product. */
static int x_only_last(const struct at *t)
{
    int m = x_right(t);

    return m == t->w - 1 || m == t->j ? m : NOWHERE;
}

static int k_but_first(const struct at *t)
{
    return t->v > 0 ? t->v : NOWHERE;
}

static int k_but_last(const struct at *t)
{
    return t->v < t->kw - 1 ? t->v : NOWHERE;
}

static int k_only_last(const struct at *t)
{
    return t->v == t->kw - 1 || t->v == t->j ? t->v : NOWHERE;
}

/* ---- another size -------------------------------------------------------- */

/* y[first] to y[first + count - 1], stored from y[0] on. */
static int piece(const struct at *t, int first, int count)
{
    int n = t->j - first;

    return n >= 0 && n < count ? n : NOWHERE;
}

static int y_valid(const struct at *t)
{
    return piece(t, t->kw - 1, t->w - t->kw + 1);
}

static int y_same(const struct at *t)
{
    return piece(t, (t->kw - 1) / 2, t->w);
}

static int y_of_the_signal(const struct at *t)
{
    return piece(t, 0, t->w);
}

static int y_but_last(const struct at *t)
{
    return piece(t, 0, t->ow - 1);
}

/* ---- another sum --------------------------------------------------------- */

static void mean(struct answer *a)
{
    answer_mean(a, a->call->arg[K].count);
}

/* The right sums, their products in the order of the kernel. */
static void by_kernel(const struct call *c, struct answer *a)
{
    int w = call_number(c, W), kw = call_number(c, KW);

    for (int i = 0; i < w + kw - 1; i++)
        for (int u = 0; u < kw; u++)
            if (i - u >= 0 && i - u < w)
                answer_tap(a, Y, i, X, i - u, K, u);
}

static void clears_too_few(struct answer *a)
{
    answer_add_rest_to_old(a, call_number(a->call, W));
}

#define FULL_SIZE "polynomials-and-the-full-size"

const struct misconception wrong_convolve_full_1d[] = {
    {"FC1", "not flipped",
     "the kernel is not flipped: that is cross-correlation at full size",
     "the-flip", run, &(const struct loops){.k = at_flipped}},
    {"FC2", "signal flipped",
     "the signal is read from its end as well; true convolution flips one of "
     "the two, not both",
     "the-flip", run, &(const struct loops){.x = x_flipped}},
    {"FC3", "output backwards",
     "the outputs stand in reverse order, the highest power first", FULL_SIZE,
     run, &(const struct loops){.y = y_backwards}},
    {"FC4", "valid size",
     "only places where the kernel lies wholly on the signal are computed; "
     "full size has every place where the two overlap at all",
     FULL_SIZE, run, &(const struct loops){.y = y_valid}},
    {"FC5", "valid correlation",
     "that is correlate_1d: the kernel is not flipped and only w-kw+1 numbers "
     "are written",
     FULL_SIZE, run, &(const struct loops){.k = at_flipped, .y = y_valid}},
    {"FC6", "same size",
     "only the w numbers in the middle are computed; there are w+kw-1",
     FULL_SIZE, run, &(const struct loops){.y = y_same}},
    {"FC7", "as long as the signal",
     "only the first w numbers are computed; there are w+kw-1", FULL_SIZE, run,
     &(const struct loops){.y = y_of_the_signal}},
    {"FC8", "last number unset",
     "the last number is never written: there are w+kw-1, not w+kw-2",
     FULL_SIZE, run, &(const struct loops){.y = y_but_last}},
    {"FC9", "circular",
     "beyond its ends the signal begins anew; it must count as 0 there",
     FULL_SIZE, run, &(const struct loops){.x = x_round_about}},
    {"FC10", "edge value",
     "beyond its ends the signal keeps its last value; it must count as 0 "
     "there",
     FULL_SIZE, run, &(const struct loops){.x = x_nearest}},
    {"FC11", "first sample lost",
     "x[0] takes no part: > 0 stands where >= 0 is meant", FULL_SIZE, run,
     &(const struct loops){.x = x_but_first}},
    {"FC12", "last sample lost", "x[w-1] takes no part", FULL_SIZE, run,
     &(const struct loops){.x = x_but_last}},
    {"FC13", "one place late",
     "every number stands one place too far: x[m] times k[u] belongs to y[m+u]",
     FULL_SIZE, run, &(const struct loops){.x = x_late}},
    {"C06", "last product only",
     "products replace each other instead of adding up: = stands where += is "
     "meant",
     FULL_SIZE, run, &(const struct loops){.x = x_only_last}},
    {"FC14", "last product only",
     "products replace each other instead of adding up: only the one with the "
     "last number of the kernel is left",
     FULL_SIZE, run, &(const struct loops){.k = k_only_last}},
    {"C07", "never reset",
     "the sum is not set back to 0, so every output contains all before it",
     FULL_SIZE, run, &(const struct loops){.never_reset = true}},
    {"C08", "added to old contents",
     "the products are added to what y held before the call, and that may be "
     "anything: y must be set to 0 first",
     FULL_SIZE, answer_spoiled,
     &(const struct spoiled){right_convolve_full_1d, answer_add_to_old}},
    {"FC17", "cleared too few",
     "only the first w numbers of y are set to 0 before products are added to "
     "them; there are w+kw-1",
     FULL_SIZE, answer_spoiled,
     &(const struct spoiled){right_convolve_full_1d, clears_too_few}},
    {"C09", "mean, not sum",
     "the sum is divided by the number of the kernel's elements", FULL_SIZE,
     answer_spoiled, &(const struct spoiled){right_convolve_full_1d, mean}},
    {"C10", "kernel loop short", "the last number of the kernel is left out",
     FULL_SIZE, run, &(const struct loops){.k = k_but_last}},
    {"FC16", "first of the kernel lost",
     "k[0] takes no part: n-m > 0 stands where n-m >= 0 is meant", FULL_SIZE,
     run, &(const struct loops){.k = k_but_first}},
    {"C14", "int as sum",
     "the sum is kept in an int, which cuts off the fraction at every addition",
     "break-it", answer_int_sum,
     &(const struct spoiled){.right = right_convolve_full_1d}},
    {"FC18", "int as sum",
     "the sum is kept in an int, which cuts off the fraction at every addition",
     "break-it", answer_int_sum, &(const struct spoiled){.right = by_kernel}},
    {"FC15", "fraction cut off",
     "the fraction of every output is cut off, as an int does", "break-it",
     answer_spoiled,
     &(const struct spoiled){right_convolve_full_1d, answer_cut}},
    {"C15", "negatives to zero",
     "outputs below 0 become 0; coefficients may well be negative", FULL_SIZE,
     answer_spoiled,
     &(const struct spoiled){right_convolve_full_1d, answer_no_negatives}},
    {.id = NULL},
};
