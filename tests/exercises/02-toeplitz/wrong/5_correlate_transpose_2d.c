/* The misconceptions of correlate_transpose_2d, as programs that give: for
 * each output (i, j), for each (u, v), x[...] += y[...] * k[...]. In a place,
 * h and w are the sizes of x, oh and ow those of y. */
#include "../5_correlate_transpose_2d.h"

#include "tests/grader/loops.h"
#include "tests/grader/mistakes.h"

/* A place that is NULL is that of the right program. */
struct giving {
    place *y, *k, *x;
    bool replaced; /* = for += */
};

static int x_right(const struct at *t)
{
    return (t->i + t->u) * t->w + (t->j + t->v);
}

static void give(struct answer *a, const struct giving *p, const struct at *t,
                 bool *beside)
{
    int y = p->y(t), k = p->k(t), x = p->x(t);

    if (y == NOWHERE || k == NOWHERE || x == NOWHERE)
        return;
    *beside = *beside || x < 0 || x >= a->call->arg[X].count;
    if (p->replaced)
        answer_put(a, X, x, 0, 0);
    answer_tap(a, X, x, Y, y, K, k);
}

static void run(const struct call *c, struct answer *a, const void *how)
{
    struct giving p = *(const struct giving *)how;
    struct at t = {.oh = call_number(c, OH),
                   .ow = call_number(c, OW),
                   .kh = call_number(c, KH),
                   .kw = call_number(c, KW)};
    int taps = t.kh * t.kw;
    bool beside = false;

    t.h = t.oh + t.kh - 1;
    t.w = t.ow + t.kw - 1;
    p.y = p.y != NULL ? p.y : at_output;
    p.k = p.k != NULL ? p.k : at_kernel;
    p.x = p.x != NULL ? p.x : x_right;
    for (int n = 0; n < c->arg[X].count; n++)
        answer_put(a, X, n, 0, 0);
    for (int n = 0; n < t.oh * t.ow * taps; n++) {
        t.i = n / taps / t.ow;
        t.j = n / taps % t.ow;
        t.u = n % taps / t.kw;
        t.v = n % taps % t.kw;
        give(a, &p, &t, &beside);
    }
    if (beside)
        answer_unknown(a, X, c->arg[X].count - 1);
}

/* ---- another index ------------------------------------------------------- */

static int x_as_y(const struct at *t)
{
    return (t->i + t->u) * t->ow + (t->j + t->v);
}

static int x_height_pitch(const struct at *t)
{
    return (t->i + t->u) * t->h + (t->j + t->v);
}

static int x_by_columns(const struct at *t)
{
    return (t->j + t->v) * t->h + (t->i + t->u);
}

static int x_one_pixel(const struct at *t)
{
    return t->i * t->w + t->j;
}

/* Collected from y[r+u, c+v]. */
static int x_before(const struct at *t)
{
    return t->i >= t->u && t->j >= t->v ? (t->i - t->u) * t->w + (t->j - t->v)
                                        : NOWHERE;
}

static int x_turned(const struct at *t)
{
    return t->h * t->w - 1 - x_right(t);
}

static int y_height_pitch(const struct at *t)
{
    return t->i * t->oh + t->j;
}

static int y_by_columns(const struct at *t)
{
    return t->j * t->oh + t->i;
}

static int y_as_x(const struct at *t)
{
    return t->i * t->w + t->j;
}

/* ---- something left out -------------------------------------------------- */

static int y_but_last(const struct at *t)
{
    return t->i < t->oh - 1 && t->j < t->ow - 1 ? at_output(t) : NOWHERE;
}

static int y_but_last_row(const struct at *t)
{
    return t->i < t->oh - 1 ? at_output(t) : NOWHERE;
}

static int y_but_last_column(const struct at *t)
{
    return t->j < t->ow - 1 ? at_output(t) : NOWHERE;
}

static int k_but_last_row(const struct at *t)
{
    return t->u < t->kh - 1 ? at_kernel(t) : NOWHERE;
}

static int k_but_last_column(const struct at *t)
{
    return t->v < t->kw - 1 ? at_kernel(t) : NOWHERE;
}

/* Windows that begin on an element of y, not those that end there. */
static int x_of_the_size_of_y(const struct at *t)
{
    return t->i + t->u < t->oh && t->j + t->v < t->ow ? x_right(t) : NOWHERE;
}

/* Collecting with =: the last product that there is, by row and column. */
static int k_last_inside(const struct at *t)
{
    bool last_row = t->u == t->kh - 1 || t->i == 0;
    bool last_column = t->v == t->kw - 1 || t->j == 0;

    return last_row && last_column ? at_kernel(t) : NOWHERE;
}

/* ---- another sum --------------------------------------------------------- */

static void mean_of_overlaps(struct answer *a)
{
    for (int n = 0; n < a->call->arg[X].count; n++)
        answer_scale(a, X, n, 1.0 / a->terms[n]);
}

#define TRANSPOSE "the-transpose"

const struct misconception wrong_correlate_transpose_2d[] = {
    {"B02", "kernel turned",
     "the kernel is turned by 180 degrees: that is a cross-correlation of y at "
     "full size. The transpose puts down the kernel as it is",
     TRANSPOSE, run, &(const struct giving){.k = at_flipped}},
    {"B01", "= for +=",
     "where windows overlap the last one replaces the others; what they give "
     "adds up",
     TRANSPOSE, run, &(const struct giving){.replaced = true}},
    {"CT1",
     "= for +=", "only the last product of each sum is left; they add up",
     TRANSPOSE, run, &(const struct giving){.k = k_last_inside}},
    {"C08", "added to old contents",
     "the products are added to what x held before the call, and that may be "
     "anything: x must be set to 0 first",
     TRANSPOSE, answer_spoiled,
     &(const struct spoiled){right_correlate_transpose_2d, answer_add_to_old}},
    {"T05", "mean of the overlaps",
     "sums are divided by the number of windows that overlap: that would take "
     "a copy apart and together again; the transpose only adds up",
     TRANSPOSE, answer_spoiled,
     &(const struct spoiled){right_correlate_transpose_2d, mean_of_overlaps}},
    {"C02", "rows flipped",
     "the kernel is turned upside down, its last row first", TRANSPOSE, run,
     &(const struct giving){.k = at_row_flipped}},
    {"CK1", "columns flipped",
     "the kernel is mirrored from left to right, its last column first",
     TRANSPOSE, run, &(const struct giving){.k = at_column_flipped}},
    {"C03", "kernel transposed",
     "row and column of the kernel are exchanged: it reads k[v*kw + u]. It is "
     "U that is transposed, not k",
     TRANSPOSE, run, &(const struct giving){.k = at_transposed}},
    {"CK2", "kernel by columns",
     "the kernel is read column by column: k[v*kh + u]. It is U that is "
     "transposed, not k",
     TRANSPOSE, run, &(const struct giving){.k = at_column_order}},
    {"CK3", "kernel row length",
     "rows of the kernel are taken to be kh long: k[u*kh + v]; they are kw "
     "long",
     TRANSPOSE, run, &(const struct giving){.k = at_kernel_pitch}},
    {"CT2", "x as wide as y",
     "rows of x are taken to be ow long, as in y; they are ow+kw-1 long",
     TRANSPOSE, run, &(const struct giving){.x = x_as_y}},
    {"C05", "row length of x",
     "rows of x are taken to be h long; that is their number, each is w long",
     TRANSPOSE, run, &(const struct giving){.x = x_height_pitch}},
    {"C04", "x by columns", "x is written column by column, at x[c*h + r]",
     TRANSPOSE, run, &(const struct giving){.x = x_by_columns}},
    {"CT3", "one pixel",
     "everything that y[i, j] gives is added to x[i, j]; it goes to the whole "
     "window x[i+u, j+v]",
     TRANSPOSE, run, &(const struct giving){.x = x_one_pixel}},
    {"CT12", "to the other side",
     "y[i, j] is given to x[i-u, j-v], so x[r, c] gets y[r+u, c+v]: that is a "
     "cross-correlation of y. The window is x[i+u, j+v]",
     TRANSPOSE, run, &(const struct giving){.x = x_before}},
    {"CT4", "turned", "x is turned by 180 degrees", TRANSPOSE, run,
     &(const struct giving){.x = x_turned}},
    {"CT5", "row length of y",
     "rows of y are taken to be oh long; that is their number, each is ow long",
     TRANSPOSE, run, &(const struct giving){.y = y_height_pitch}},
    {"CT6", "y by columns",
     "y is read column by column, but it lies in memory row by row", TRANSPOSE,
     run, &(const struct giving){.y = y_by_columns}},
    {"CT7", "y as wide as x",
     "rows of y are taken to be w long, as in x; they are ow long", TRANSPOSE,
     run, &(const struct giving){.y = y_as_x}},
    {"CT8", "cut to the size of y",
     "only the first oh rows and ow columns of x get what is theirs; x has "
     "oh+kh-1 by ow+kw-1",
     TRANSPOSE, run, &(const struct giving){.x = x_of_the_size_of_y}},
    {"CT9", "last row and column of y lost",
     "the last row and the last column of y take no part", TRANSPOSE, run,
     &(const struct giving){.y = y_but_last}},
    {"CT10", "last row of y lost", "the last row of y takes no part", TRANSPOSE,
     run, &(const struct giving){.y = y_but_last_row}},
    {"CT11", "last column of y lost", "the last column of y takes no part",
     TRANSPOSE, run, &(const struct giving){.y = y_but_last_column}},
    {"C10", "kernel loops short",
     "the last row and the last column of the kernel are left out", TRANSPOSE,
     run, &(const struct giving){.k = at_kernel_inner}},
    {"CK4", "kernel row short", "the last row of the kernel is left out",
     TRANSPOSE, run, &(const struct giving){.k = k_but_last_row}},
    {"CK5", "kernel column short", "the last column of the kernel is left out",
     TRANSPOSE, run, &(const struct giving){.k = k_but_last_column}},
    {"CY5", "fraction cut off",
     "the fraction of every output is cut off, as an int does", TRANSPOSE,
     answer_spoiled,
     &(const struct spoiled){right_correlate_transpose_2d, answer_cut}},
    {"C15", "negatives to zero",
     "outputs below 0 become 0; a sum may well be negative", TRANSPOSE,
     answer_spoiled,
     &(const struct spoiled){right_correlate_transpose_2d,
                             answer_no_negatives}},
    {.id = NULL},
};
