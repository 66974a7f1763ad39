#include "pools.h"

#include "explain.h"
#include "reference/bound.h"

#include <float.h>
#include <limits.h>
#include <math.h>
#include <string.h>

/* ---- sizes --------------------------------------------------------------- */

static int size_named(const struct call *c, const char *name, int otherwise)
{
    for (int i = 0; i < c->args; i++)
        if (strcmp(c->params[i].name, name) == 0)
            return call_number(c, i);
    return otherwise;
}

struct pool_at pool_of(const struct call *c, int y)
{
    const struct arg *a = &c->arg[y];
    struct pool_at t = {0};

    t.c = size_named(c, "c", 1);
    t.h = size_named(c, "h", 1);
    t.w = size_named(c, "w", 1);
    t.kh = size_named(c, "kh", 1);
    t.kw = size_named(c, "kw", 1);
    t.sh = size_named(c, "sh", t.kh);
    t.sw = size_named(c, "sw", t.kw);
    t.ph = size_named(c, "ph", 0);
    t.pw = size_named(c, "pw", 0);
    t.oh = a->rank > 1 ? a->dim[a->rank - 2] : 1;
    t.ow = a->dim[a->rank - 1];
    return t;
}

/* ---- one window ---------------------------------------------------------- */

/* What is known of the window so far. */
struct found {
    bool any, unknown;
    double value, sum, magnitude;
    int terms, u, v;
};

static bool replaces(const struct pooling *p, const struct found *f, double x)
{
    bool fresh = !f->any && !p->begins;

    switch (p->take) {
    case POOL_LEAST:
        return fresh || x < f->value;
    case POOL_FIRST:
        return fresh;
    case POOL_LAST:
        return true;
    default:
        return fresh || x > f->value || (p->last && x == f->value);
    }
}

static void look(const struct answer *a, int array, const struct pooling *p,
                 const struct pool_at *t, struct found *f)
{
    int place = p->x(t);
    double x = 0;

    if (place == LEFT_OUT || (place == PADDING && !p->zeros))
        return;
    if (place != PADDING && (place < 0 || place >= a->call->arg[array].count)) {
        f->unknown = true;
        return;
    }
    if (place != PADDING)
        x = call_at(a->call, array, place);
    if (p->take == POOL_MAGNITUDE)
        x = fabs(x);
    if (replaces(p, f, x)) {
        f->unknown = f->unknown || (p->whole && fabs(x) > INT_MAX);
        f->value = p->whole ? trunc(x) : x;
        f->any = true;
        f->u = t->u;
        f->v = t->v;
    }
    f->terms++;
    f->sum = p->take == POOL_INT_AVERAGE ? trunc(f->sum + x) : f->sum + x;
    f->magnitude += fabs(x);
}

static void begin(const struct pooling *p, struct found *f)
{
    *f = (struct found){.value = p->begins ? p->begin : -INFINITY};
}

/* An average is right up to its additions, one division, and one rounding
 * more for a reciprocal. Where no number was looked at, the answer depends on
 * how the program begins; where a float sum may overflow, on its order. */
static void put(struct answer *a, const struct pool_arrays *to,
                const struct pooling *p, struct pool_at t,
                const struct found *f)
{
    int y = p->y(&t), count = p->take == POOL_SUM ? 1 : p->count(&t);
    double allowed =
        ref_sum_bound(f->terms + 2, f->magnitude / (count > 0 ? count : 1));

    bool sum = p->take >= POOL_SUM, lost = sum && f->magnitude > FLT_MAX;
    bool none = !sum && !f->any && !p->begins;

    if (f->unknown || none || lost || (sum && count <= 0))
        answer_unknown(a, to->y, y);
    else if (p->take == POOL_INT_AVERAGE)
        answer_put(a, to->y, y, trunc(f->sum / count), 0);
    else if (sum)
        answer_put(a, to->y, y, f->sum / count, allowed);
    else
        answer_put(a, to->y, y, f->value, 0);
    if (to->index < 0)
        return;
    t.u = f->u;
    t.v = f->v;
    if (f->unknown || !f->any || p->x(&t) == PADDING)
        answer_unknown(a, to->index, y);
    else
        answer_put(a, to->index, y, p->index(&t), 0);
}

/* ---- all windows --------------------------------------------------------- */

static struct pooling completed(const struct pooling *p)
{
    struct pooling whole = *p;

    whole.x = p->x != NULL ? p->x : pool_x;
    whole.y = p->y != NULL ? p->y : pool_y;
    whole.index = p->index != NULL ? p->index : pool_index;
    whole.count = p->count != NULL ? p->count : pool_count_inside;
    return whole;
}

static void window(const struct answer *a, int x, const struct pooling *p,
                   struct pool_at t, struct found *f)
{
    for (int n = 0; n < t.kh * t.kw; n++) {
        t.u = p->down ? n % t.kh : n / t.kw;
        t.v = p->down ? n / t.kh : n % t.kw;
        look(a, x, p, &t, f);
    }
}

/* A write beside y is stopped at a guard page, or leaves y incomplete: then
 * nothing is said about its last element. */
void pool_run(struct answer *a, const struct pool_arrays *arrays,
              struct pool_at t, const struct pooling *p)
{
    struct pooling whole = completed(p);
    struct found f;
    bool beside = false;
    int count = a->call->arg[arrays->y].count;

    if (p->sizes != NULL)
        p->sizes(&t);
    begin(&whole, &f);
    for (t.o = 0; t.o < t.c; t.o++)
        for (t.i = 0; t.i < t.oh; t.i++)
            for (t.j = 0; t.j < t.ow; t.j++) {
                int y = whole.y(&t);

                if (!p->goes_on && !(p->row_goes_on && t.j > 0))
                    begin(&whole, &f);
                window(a, arrays->x, &whole, t, &f);
                if (y == LEFT_OUT)
                    continue;
                beside = beside || y < 0 || y >= count;
                put(a, arrays, &whole, t, &f);
            }
    if (beside)
        answer_unknown(a, arrays->y, count - 1);
}

/* ---- in words ------------------------------------------------------------ */

enum { SHOWN_ROWS = 7, SHOWN_COLUMNS = 10 };

/* Behind the padding, where only ceil mode reaches. */
static bool is_beyond(const struct pool_at *t)
{
    return pool_row(t) >= t->h + t->ph || pool_column(t) >= t->w + t->pw;
}

static void print_elements(FILE *f, const struct call *c, int x,
                           struct pool_at t)
{
    if (t.kh > SHOWN_ROWS || t.kw > SHOWN_COLUMNS)
        return;
    for (t.u = 0; t.u < t.kh; t.u++) {
        fprintf(f, "     ");
        for (t.v = 0; t.v < t.kw; t.v++) {
            int place = pool_x(&t);

            if (place == PADDING)
                fprintf(f, "%9s", is_beyond(&t) ? "-" : ".");
            else
                fprintf(f, " %8.5g", call_at(c, x, place));
        }
        fprintf(f, "\n");
    }
}

/* Of which kinds the places of a window are, where there is more than one. */
static void print_places(FILE *f, const struct pool_at *t)
{
    int inside = pool_count_inside(t), padded = pool_count_padded(t);
    int all = pool_count_window(t);

    if (inside == all)
        return;
    fprintf(f, "     %d of %d places lie inside x", inside, all);
    if (padded > inside)
        fprintf(f, ", %d in the padding (.)", padded - inside);
    if (all > padded)
        fprintf(f, ", %d beyond it (-)", all - padded);
    fprintf(f, "\n");
}

void pool_print(FILE *f, const struct call *c, int cell,
                const struct pool_arrays *arrays, struct pool_at t,
                const struct pooling *right)
{
    struct pooling p = completed(right);
    struct answer a = {.call = c};
    struct found found;
    int element, arg = call_arg_of_cell(c, cell, &element);

    t.o = element / (t.oh * t.ow);
    t.i = element / t.ow % t.oh;
    t.j = element % t.ow;
    bool flat = size_named(c, "h", 0) == 0; /* a row, which has no rows */
    fprintf(f, "     %s: its window begins at ", element_name(c, arg, element));
    if (flat)
        fprintf(f, "x[%d]", pool_column(&t));
    else
        fprintf(f, "row %d, column %d of x", pool_row(&t), pool_column(&t));
    fprintf(f, t.c > 1 ? ", channel %d\n" : "\n", t.o);
    print_elements(f, c, arrays->x, t);
    begin(&p, &found);
    window(&a, arrays->x, &p, t, &found);
    if (p.take == POOL_AVERAGE) {
        print_places(f, &t);
        fprintf(f, "     sum %.6g / %d = %.6g\n", found.sum, p.count(&t),
                found.sum / p.count(&t));
        return;
    }
    t.u = found.u;
    t.v = found.v;
    fprintf(f, "     the largest is %.9g, ", found.value);
    if (flat)
        fprintf(f, "x[%d]\n", pool_column(&t));
    else
        fprintf(f, "at row %d, column %d of x\n", pool_row(&t),
                pool_column(&t));
}

/* ---- places -------------------------------------------------------------- */

int pool_row(const struct pool_at *t)
{
    return t->i * t->sh - t->ph + t->u;
}

int pool_column(const struct pool_at *t)
{
    return t->j * t->sw - t->pw + t->v;
}

int pool_pixel(const struct pool_at *t, int r, int q)
{
    bool inside = r >= 0 && r < t->h && q >= 0 && q < t->w;

    return inside ? (t->o * t->h + r) * t->w + q : PADDING;
}

int pool_x(const struct pool_at *t)
{
    return pool_pixel(t, pool_row(t), pool_column(t));
}

int pool_y(const struct pool_at *t)
{
    return (t->o * t->oh + t->i) * t->ow + t->j;
}

int pool_index(const struct pool_at *t)
{
    return pool_row(t) * t->w + pool_column(t);
}

int pool_count_window(const struct pool_at *t)
{
    return t->kh * t->kw;
}

/* How many of the places from first on, k of them, are below n and not
 * before the padding. */
static int overlap(int first, int k, int low, int high)
{
    int from = first > low ? first : low;
    int to = first + k < high ? first + k : high;

    return to - from;
}

int pool_count_inside(const struct pool_at *t)
{
    return overlap(t->i * t->sh - t->ph, t->kh, 0, t->h) *
           overlap(t->j * t->sw - t->pw, t->kw, 0, t->w);
}

int pool_count_padded(const struct pool_at *t)
{
    return overlap(t->i * t->sh - t->ph, t->kh, -t->ph, t->h + t->ph) *
           overlap(t->j * t->sw - t->pw, t->kw, -t->pw, t->w + t->pw);
}

int pool_x_stride_1(const struct pool_at *t)
{
    return pool_pixel(t, t->i - t->ph + t->u, t->j - t->pw + t->v);
}

int pool_x_stride_rows(const struct pool_at *t)
{
    return pool_pixel(t, pool_row(t), t->j - t->pw + t->v);
}

int pool_x_stride_cols(const struct pool_at *t)
{
    return pool_pixel(t, t->i - t->ph + t->u, pool_column(t));
}

/* Of each channel, as if it were an image alone. */
int pool_x_flat(const struct pool_at *t)
{
    int at = pool_row(t) * t->w + pool_column(t), image = t->h * t->w;

    return at >= 0 && at < image ? t->o * image + at : PADDING;
}

int pool_x_unpadded(const struct pool_at *t)
{
    return pool_pixel(t, t->i * t->sh + t->u, t->j * t->sw + t->v);
}

int pool_x_pitch(const struct pool_at *t)
{
    return pool_x(t) == PADDING
               ? PADDING
               : t->o * t->h * t->w + pool_row(t) * t->h + pool_column(t);
}

int pool_x_wraps(const struct pool_at *t)
{
    int r = pool_row(t);

    return r >= 0 && r < t->h ? (t->o * t->h + r) * t->w + pool_column(t)
                              : PADDING;
}

int pool_x_short(const struct pool_at *t)
{
    return t->u < t->kh - 1 && t->v < t->kw - 1 ? pool_x(t) : LEFT_OUT;
}

int pool_x_short_row(const struct pool_at *t)
{
    return t->u < t->kh - 1 ? pool_x(t) : LEFT_OUT;
}

int pool_x_short_col(const struct pool_at *t)
{
    return t->v < t->kw - 1 ? pool_x(t) : LEFT_OUT;
}

int pool_x_first_out(const struct pool_at *t)
{
    return pool_row(t) > 0 && pool_column(t) > 0 ? pool_x(t) : PADDING;
}

int pool_x_last_out(const struct pool_at *t)
{
    return pool_row(t) < t->h - 1 && pool_column(t) < t->w - 1 ? pool_x(t)
                                                               : PADDING;
}

int pool_y_transposed(const struct pool_at *t)
{
    return (t->o * t->ow + t->j) * t->oh + t->i;
}

int pool_y_but_last(const struct pool_at *t)
{
    return t->i < t->oh - 1 && t->j < t->ow - 1 ? pool_y(t) : LEFT_OUT;
}

/* ---- other sizes ---------------------------------------------------------- */

static void exchange(int *a, int *b)
{
    int kept = *a;

    *a = *b;
    *b = kept;
}

void pool_strides_exchanged(struct pool_at *t)
{
    exchange(&t->sh, &t->sw);
}

void pool_paddings_exchanged(struct pool_at *t)
{
    exchange(&t->ph, &t->pw);
}

void pool_windows_exchanged(struct pool_at *t)
{
    exchange(&t->kh, &t->kw);
}

void pool_window_of_rows(struct pool_at *t)
{
    t->kw = t->kh;
}

void pool_window_of_cols(struct pool_at *t)
{
    t->kh = t->kw;
}

void pool_stride_of_rows(struct pool_at *t)
{
    t->sw = t->sh;
}

void pool_stride_of_cols(struct pool_at *t)
{
    t->sh = t->sw;
}

void pool_padding_added(struct pool_at *t)
{
    t->ph = -t->ph;
    t->pw = -t->pw;
}
