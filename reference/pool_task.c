/* What all pools share: their checks, and the sweep that folds rows.
 *
 * A row of y stays in the L1 cache while every tap (plane t, row u, column v
 * of the window) is folded into the whole row: a row of x against a row of y,
 * neighbours in memory on both sides, no decision inside. That is a
 * micro-kernel; which one makes the pool. The padding is never looked at: the
 * taps that stand in it are left out, row by row.
 *
 * In ceil mode the last window may reach so far beyond the padding that its
 * end is no int; so a tap's position is never formed before it is known to be
 * inside. */
#include "pool_task.h"

#include "check.h"
#include "operand.h"

ref_axis ref_pool_axis(ref_axis_name name, int n, int k, int s, int before,
                       int after, int d)
{
    return (ref_axis){name, n, k, s == 0 ? k : s, before, after, d};
}

/* Checks all but the arrays, and measures the window. */
static ref_status measure(ref_pool_task *t)
{
    ref_window *w = &t->window;
    ref_status status = ref_check_batch(t->n, t->c);

    for (int a = 0; a < REF_AXES && status == REF_OK; a++)
        status = ref_pool_output_size(&w->axis[a], t->ceil_mode, &w->out[a]);
    return status;
}

ref_status ref_pool_give(ref_pool_task *t, int first, int *od, int *oh, int *ow)
{
    ref_status status = measure(t);

    if (status == REF_OK)
        status = ref_window_give(&t->window, first, od, oh, ow);
    return status;
}

ref_status ref_pool_check(ref_pool_task *t, const float *y,
                          const int64_t *indices)
{
    const ref_axis *a = t->window.axis;
    const int *out = t->window.out;
    ref_status status = measure(t);

    if (status != REF_OK)
        return status;
    const ref_operand list[] = {
        {"x",
         t->x,
         REF_IN,
         sizeof *t->x,
         5,
         {t->n, t->c, a[0].n, a[1].n, a[2].n}},
        {"y", y, REF_OUT, sizeof *y, 5, {t->n, t->c, out[0], out[1], out[2]}},
        {"indices",
         indices,
         REF_OUT_OPTIONAL,
         sizeof *indices,
         5,
         {t->n, t->c, out[0], out[1], out[2]}},
    };

    /* a pool without indices has no such argument to be too large */
    return ref_check_operands(list, indices ? 3 : 2);
}

ptrdiff_t ref_pool_channels(const ref_pool_task *t)
{
    return (ptrdiff_t)t->n * t->c;
}

ptrdiff_t ref_pool_volume(const ref_pool_task *t)
{
    const ref_axis *a = t->window.axis;

    return (ptrdiff_t)a[0].n * a[1].n * a[2].n;
}

ptrdiff_t ref_pool_results(const ref_pool_task *t)
{
    const int *out = t->window.out;

    return (ptrdiff_t)out[0] * out[1] * out[2];
}

/* at + v*d >= 0 from first on, and <= n-1 before end; at < n, for a window
 * starts inside the axis or before it. */
ref_range ref_pool_taps(const ref_axis *a, int position)
{
    int at = (int)ref_window_place(a, position, 0);
    int first = at < 0 ? (-at - 1) / a->d + 1 : 0;
    int end = (a->n - 1 - at) / a->d + 1;

    if (end > a->k)
        end = a->k;
    return (ref_range){first < end ? first : end, end};
}

/* What the loops over rows need to know, gathered once per call. */
typedef struct sweep {
    const ref_axis *axis;
    int ow;
    ref_range columns; /* the taps that some position sees */
    ref_pool_fold *fold;
} sweep;

/* Folds one row of x, seen through one row of the window, into a row of y. */
static void fold_row(const sweep *s, const float *x, float *y)
{
    const ref_axis *a = &s->axis[REF_AXIS_W];

    for (int v = s->columns.first; v < s->columns.end; v++) {
        ref_range in = ref_window_inside(a, s->ow, v);

        if (in.first < in.end)
            s->fold(x + ref_window_place(a, in.first, v), a->s,
                    in.end - in.first, y + in.first);
    }
}

/* Folds all rows that the windows of row (l, i) of y see. */
static void fold_rows(const sweep *s, const float *x, int l, int i, float *y)
{
    const ref_axis *a = s->axis, *depth = &a[REF_AXIS_D],
                   *height = &a[REF_AXIS_H];
    ref_range planes = ref_pool_taps(depth, l);
    ref_range rows = ref_pool_taps(height, i);

    for (int t = planes.first; t < planes.end; t++)
        for (int u = rows.first; u < rows.end; u++) {
            ptrdiff_t plane = ref_window_place(depth, l, t);
            ptrdiff_t row = ref_window_place(height, i, u);

            fold_row(s, x + (plane * height->n + row) * a[REF_AXIS_W].n, y);
        }
}

void ref_pool_channel(const ref_pool_task *t, const float *x, float start,
                      ref_pool_fold *fold, float *y)
{
    const int *out = t->window.out;
    const ref_axis *width = &t->window.axis[REF_AXIS_W];
    int ow = out[REF_AXIS_W];
    /* later positions see earlier taps */
    const ref_range columns = {ref_pool_taps(width, ow - 1).first,
                               ref_pool_taps(width, 0).end};
    const sweep s = {t->window.axis, ow, columns, fold};

    for (int l = 0; l < out[REF_AXIS_D]; l++)
        for (int i = 0; i < out[REF_AXIS_H]; i++, y += ow) {
            for (int j = 0; j < ow; j++)
                y[j] = start;
            fold_rows(&s, x, l, i, y);
        }
}
