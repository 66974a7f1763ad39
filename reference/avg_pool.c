/* Average pooling: gathers the arguments, checks them, and sums rows with the
 * micro-kernel pool_sum, which mostly can divide them, too.
 *
 * The zeros of the padding add nothing; they count in the divisor only. A sum
 * is formed column by column, each from top to bottom, then from left to right
 * from +0: one float32 addition for each element at most. */
#include "avg_pool.h"

#include "check.h"
#include "pool_task.h"

/* A task, and how its sums become averages.
 *   counted  axes whose elements are the places that are counted: the padding
 *            is part of them, or not there
 *   whole    positions along a row whose divisor is the same: they count all of
 *            the window's columns, or nothing is counted */
typedef struct average {
    ref_pool_task task;
    int count_include_pad, divisor_override;
    ref_axis counted[REF_AXES];
    ref_range whole;
} average;

/* The options q of any rank, which call what they share by the same names. */
#define AVERAGE(x, n, c, q, ...)                                               \
    ((average){.task = {x, n, c, (q).ceil_mode, {.axis = {__VA_ARGS__}}},      \
               .count_include_pad = (q).count_include_pad,                     \
               .divisor_override = (q).divisor_override})

static average average1d(const float *x, int n, int c, int w, int kw,
                         const ref_avg_pool1d_params *p)
{
    const ref_avg_pool1d_params q = p ? *p : REF_AVG_POOL1D_DEFAULTS;

    return AVERAGE(x, n, c, q, REF_NO_AXIS(REF_AXIS_D), REF_NO_AXIS(REF_AXIS_H),
                   {REF_AXIS_W, w, kw, q.sw, q.pl, q.pr, 1});
}

static average average2d(const float *x, int n, int c, int h, int w, int kh,
                         int kw, const ref_avg_pool2d_params *p)
{
    const ref_avg_pool2d_params q = p ? *p : REF_AVG_POOL2D_DEFAULTS;

    return AVERAGE(x, n, c, q, REF_NO_AXIS(REF_AXIS_D),
                   {REF_AXIS_H, h, kh, q.sh, q.pt, q.pb, 1},
                   {REF_AXIS_W, w, kw, q.sw, q.pl, q.pr, 1});
}

static average average3d(const float *x, int n, int c, int d, int h, int w,
                         int kd, int kh, int kw, const ref_avg_pool3d_params *p)
{
    const ref_avg_pool3d_params q = p ? *p : REF_AVG_POOL3D_DEFAULTS;

    return AVERAGE(x, n, c, q, {REF_AXIS_D, d, kd, q.sd, q.pf, q.pk, 1},
                   {REF_AXIS_H, h, kh, q.sh, q.pt, q.pb, 1},
                   {REF_AXIS_W, w, kw, q.sw, q.pl, q.pr, 1});
}

/* Fills counted and whole. */
static void count(average *m)
{
    const ref_window *w = &m->task.window;
    const ref_axis *row = &m->counted[REF_AXIS_W];
    int out = w->out[REF_AXIS_W];

    for (int a = 0; a < REF_AXES; a++) {
        m->counted[a] = w->axis[a];
        if (m->count_include_pad) {
            m->counted[a].n += w->axis[a].before + w->axis[a].after;
            m->counted[a].before = 0;
        }
    }
    m->whole = ref_window_inside(row, out, 0);
    m->whole.end = ref_window_inside(row, out, row->k - 1).end;
    if (m->whole.end < m->whole.first)
        m->whole.end = m->whole.first;
    if (m->divisor_override != 0)
        m->whole = (ref_range){0, out};
}

/* Places that are counted along axis a. */
static int count_of(const average *m, int a, int position)
{
    ref_range taps = ref_pool_taps(&m->counted[a], position);

    return taps.end - taps.first;
}

/* A divisor is a whole number, exact in a double as long as there is memory for
 * what it counts. */
static float divided(float sum, double divisor)
{
    return (float)((double)sum / divisor);
}

/* Lines i .. i + r->lines - 1 of plane l. If all their windows count the same,
 * they are divided where they are summed: where floats hold the divisor, their
 * division gives the same bits as a double's that is rounded. */
static void average_lines(const average *m, ref_pool_rows *r, const float *x,
                          int l, int i, float *y)
{
    ref_range whole = m->whole;
    double area =
        (double)count_of(m, REF_AXIS_D, l) * count_of(m, REF_AXIS_H, i);
    double divisor = m->divisor_override;

    if (m->divisor_override == 0)
        divisor = area * m->counted[REF_AXIS_W].k;
    r->divisor = (float)divisor;
    if (whole.end - whole.first < r->out || (double)r->divisor != divisor)
        r->divisor = 0.0f;
    ref_pool_fold_lines(&m->task, r, x, l, i, ref_cpu_microkernels()->pool_sum,
                        y);
    for (int u = 0; u < r->lines && r->divisor == 0.0f; u++, y += r->out) {
        for (int j = 0; j < whole.first; j++)
            y[j] = divided(y[j], area * count_of(m, REF_AXIS_W, j));
        for (int j = whole.first; j < whole.end; j++)
            y[j] = divided(y[j], divisor);
        for (int j = whole.end; j < r->out; j++)
            y[j] = divided(y[j], area * count_of(m, REF_AXIS_W, j));
    }
}

/* What all three do once their arguments are gathered. */
static ref_status pool(average m, float *y)
{
    const ref_pool_task *t = &m.task;
    const int *out = t->window.out;
    ref_pool_rows r;

    REF_TRY(ref_pool_check(&m.task, y, NULL));
    count(&m);
    r = ref_pool_rows_of(t);
    for (ptrdiff_t k = 0; k < ref_pool_channels(t); k++) {
        const float *x = t->x + k * ref_window_elements(&t->window);

        for (int l = 0; l < out[0]; l++)
            for (int i = 0; i < out[1]; i += r.lines) {
                r.lines = ref_pool_lines(t, &r, i);
                average_lines(&m, &r, x, l, i, y);
                y += (ptrdiff_t)r.lines * r.out;
            }
    }
    return REF_OK;
}

ref_status ref_avg_pool1d(const float *x, int n, int c, int w, int kw,
                          const ref_avg_pool1d_params *p, float *y)
{
    return pool(average1d(x, n, c, w, kw, p), y);
}

ref_status ref_avg_pool2d(const float *x, int n, int c, int h, int w, int kh,
                          int kw, const ref_avg_pool2d_params *p, float *y)
{
    return pool(average2d(x, n, c, h, w, kh, kw, p), y);
}

ref_status ref_avg_pool3d(const float *x, int n, int c, int d, int h, int w,
                          int kd, int kh, int kw,
                          const ref_avg_pool3d_params *p, float *y)
{
    return pool(average3d(x, n, c, d, h, w, kd, kh, kw, p), y);
}

ref_status ref_avg_pool1d_output(int w, int kw, const ref_avg_pool1d_params *p,
                                 int *ow)
{
    return ref_pool_give(average1d(NULL, 0, 1, w, kw, p).task, REF_AXIS_W, NULL,
                         NULL, ow);
}

ref_status ref_avg_pool2d_output(int h, int w, int kh, int kw,
                                 const ref_avg_pool2d_params *p, int *oh,
                                 int *ow)
{
    return ref_pool_give(average2d(NULL, 0, 1, h, w, kh, kw, p).task,
                         REF_AXIS_H, NULL, oh, ow);
}

ref_status ref_avg_pool3d_output(int d, int h, int w, int kd, int kh, int kw,
                                 const ref_avg_pool3d_params *p, int *od,
                                 int *oh, int *ow)
{
    return ref_pool_give(average3d(NULL, 0, 1, d, h, w, kd, kh, kw, p).task,
                         REF_AXIS_D, od, oh, ow);
}
