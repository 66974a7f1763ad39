/* What all pools share: their checks, and the sweep over the rows of y.
 *
 * A row of y is a micro-kernel's work, see microkernels/pool.c; which one makes
 * the pool. Here it is told which rows of x its windows see. The padding is
 * never looked at.
 *
 * In ceil mode the last window may reach so far beyond the padding that its
 * end is no int; so a tap's position is never formed before it is known to be
 * inside. */
#include "pool_task.h"

#include "check.h"

void ref_pool_strides(ref_window *w)
{
    for (ref_axis *a = w->axis; a < w->axis + REF_AXES; a++)
        if (a->s == 0)
            a->s = a->k;
}

/* Checks all but the arrays, and measures the window. */
static ref_status measure(ref_pool_task *t)
{
    ref_window *w = &t->window;

    REF_TRY(ref_check_batch(t->n, t->c));
    ref_pool_strides(w);
    for (int a = 0; a < REF_AXES; a++)
        REF_TRY(ref_pool_output_size(&w->axis[a], t->ceil_mode, &w->out[a]));
    return REF_OK;
}

ref_status ref_pool_give(ref_pool_task t, int first, int *od, int *oh, int *ow)
{
    REF_TRY(measure(&t));
    return ref_window_give(&t.window, first, od, oh, ow);
}

ref_status ref_pool_check(ref_pool_task *t, const float *y,
                          const int64_t *indices)
{
    const ref_axis *a = t->window.axis;
    const int *out = t->window.out;

    REF_TRY(measure(t));
    const ref_operand list[] = {
        REF_ARRAY("x", t->x, REF_IN, t->n, t->c, a[0].n, a[1].n, a[2].n),
        REF_ARRAY("y", y, REF_OUT, t->n, t->c, out[0], out[1], out[2]),
        REF_ARRAY("indices", indices, REF_OUT_OPTIONAL, t->n, t->c, out[0],
                  out[1], out[2]),
    };

    /* a pool without indices has no such argument to be too large */
    return ref_check_operands(list, indices ? 3 : 2);
}

ptrdiff_t ref_pool_channels(const ref_pool_task *t)
{
    return (ptrdiff_t)t->n * t->c;
}

/* at + v*d >= 0 from first on, and <= n-1 before end; at < n, for a window
 * starts inside the axis or before it. Most windows lie inside, and a division
 * takes as long as a row of a small image. */
ref_range ref_pool_taps(const ref_axis *a, int position)
{
    int at = (int)((ptrdiff_t)position * a->s - a->before);
    int room = a->n - 1 - at;
    int first = at < 0 ? (-at - 1) / a->d + 1 : 0, end = a->k;

    if (room < (ptrdiff_t)(a->k - 1) * a->d)
        end = room / a->d + 1;
    return (ref_range){first < end ? first : end, end};
}

/* Floats of x that the lines made at once may see, half of a small L1 cache:
 * then each row is still there when the next vectors of it are wanted. */
enum { BAND = 4096 };

ref_pool_rows ref_pool_rows_of(const ref_pool_task *t)
{
    const ref_axis *h = &t->window.axis[REF_AXIS_H];
    const ref_axis *w = &t->window.axis[REF_AXIS_W];
    int out = t->window.out[REF_AXIS_W];

    return (ref_pool_rows){
        .row_step = (ptrdiff_t)h->d * w->n,
        .line_step = (ptrdiff_t)h->s * w->n,
        .n = w->n,
        .s = w->s,
        .before = w->before,
        .d = w->d,
        .out = out,
        /* later positions see earlier taps */
        .first = ref_pool_taps(w, out - 1).first,
        .end = ref_pool_taps(w, 0).end,
    };
}

int ref_pool_lines(const ref_pool_task *t, const ref_pool_rows *r, int i)
{
    const ref_axis *h = &t->window.axis[REF_AXIS_H];
    ptrdiff_t at = ref_window_place(h, i, 0);
    ptrdiff_t room = h->n - 1 - ref_window_place(h, i, h->k - 1);
    ptrdiff_t most = BAND / r->line_step;

    if (at < 0 || room < 0 || most < 1)
        return 1;
    return room / h->s < most ? (int)(room / h->s) + 1 : (int)most;
}

void ref_pool_fold_lines(const ref_pool_task *t, ref_pool_rows *r,
                         const float *x, int l, int i, ref_pool_fold *fold,
                         float *y)
{
    const ref_axis *depth = &t->window.axis[REF_AXIS_D];
    const ref_axis *height = &t->window.axis[REF_AXIS_H];
    ref_range planes = ref_pool_taps(depth, l), rows = ref_pool_taps(height, i);
    ptrdiff_t plane = ref_window_place(depth, l, planes.first);
    ptrdiff_t row = ref_window_place(height, i, rows.first);
    float divisor = r->divisor;
    int left = planes.end - planes.first;

    r->begun = 0;
    r->rows = left > 0 ? rows.end - rows.first : 0;
    do { /* once also where no plane is seen */
        r->divisor = left > 1 ? 0.0f : divisor;
        fold(r, r->rows > 0 ? x + (plane * height->n + row) * r->n : x, y);
        r->begun = 1;
        plane += depth->d;
    } while (--left > 0);
}
