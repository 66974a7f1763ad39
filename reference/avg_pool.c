/* Average pooling: gathers the arguments, checks them, folds rows with the
 * micro-kernel add, and divides.
 *
 * The zeros of the padding are left out of the sum, for they add nothing; they
 * count in the divisor only. A sum is formed in the order of memory from +0,
 * one float32 addition for each element. */
#include "avg_pool.h"

#include <stddef.h>

#include "microkernels/microkernels.h"
#include "pool_task.h"

/* A task, and how its sums become averages. */
typedef struct average {
    ref_pool_task task;
    int count_include_pad, divisor_override;
} average;

static average average1d(const float *x, int n, int c, int w, int kw,
                         const ref_avg_pool1d_params *p)
{
    const ref_avg_pool1d_params q = p ? *p : REF_AVG_POOL1D_DEFAULTS;

    return (average){
        .task = {.x = x,
                 .n = n,
                 .c = c,
                 .ceil_mode = q.ceil_mode,
                 .window.axis = {REF_NO_AXIS(REF_AXIS_D),
                                 REF_NO_AXIS(REF_AXIS_H),
                                 ref_pool_axis(REF_AXIS_W, w, kw, q.sw, q.pl,
                                               q.pr, 1)}},
        .count_include_pad = q.count_include_pad,
        .divisor_override = q.divisor_override,
    };
}

static average average2d(const float *x, int n, int c, int h, int w, int kh,
                         int kw, const ref_avg_pool2d_params *p)
{
    const ref_avg_pool2d_params q = p ? *p : REF_AVG_POOL2D_DEFAULTS;

    return (average){
        .task = {.x = x,
                 .n = n,
                 .c = c,
                 .ceil_mode = q.ceil_mode,
                 .window.axis = {REF_NO_AXIS(REF_AXIS_D),
                                 ref_pool_axis(REF_AXIS_H, h, kh, q.sh, q.pt,
                                               q.pb, 1),
                                 ref_pool_axis(REF_AXIS_W, w, kw, q.sw, q.pl,
                                               q.pr, 1)}},
        .count_include_pad = q.count_include_pad,
        .divisor_override = q.divisor_override,
    };
}

static average average3d(const float *x, int n, int c, int d, int h, int w,
                         int kd, int kh, int kw, const ref_avg_pool3d_params *p)
{
    const ref_avg_pool3d_params q = p ? *p : REF_AVG_POOL3D_DEFAULTS;

    return (average){
        .task = {.x = x,
                 .n = n,
                 .c = c,
                 .ceil_mode = q.ceil_mode,
                 .window.axis =
                     {ref_pool_axis(REF_AXIS_D, d, kd, q.sd, q.pf, q.pk, 1),
                      ref_pool_axis(REF_AXIS_H, h, kh, q.sh, q.pt, q.pb, 1),
                      ref_pool_axis(REF_AXIS_W, w, kw, q.sw, q.pl, q.pr, 1)}},
        .count_include_pad = q.count_include_pad,
        .divisor_override = q.divisor_override,
    };
}

/* Along one axis, the places of a window that are counted. */
static int counted(const ref_axis *a, int position, int include_pad)
{
    ref_range taps = ref_pool_taps(a, position);
    int to_end = a->n + a->after - (int)ref_window_place(a, position, 0);

    if (include_pad)
        return to_end < a->k ? to_end : a->k;
    return taps.end - taps.first;
}

/* Divides a row of sums. A divisor is a whole number, exact in a double as
 * long as there is memory for what it counts.
 *   area  of the windows' other axes */
static void divide_row(const average *m, double area, float *y)
{
    const ref_axis *a = &m->task.window.axis[REF_AXIS_W];
    int ow = m->task.window.out[REF_AXIS_W];

    for (int j = 0; j < ow; j++) {
        double divisor = area * counted(a, j, m->count_include_pad);

        if (m->divisor_override != 0)
            divisor = m->divisor_override;
        y[j] = (float)((double)y[j] / divisor);
    }
}

static void divide_channel(const average *m, float *y)
{
    const ref_axis *a = m->task.window.axis;
    const int *out = m->task.window.out;
    int pad = m->count_include_pad;

    for (int l = 0; l < out[0]; l++)
        for (int i = 0; i < out[1]; i++, y += out[2])
            divide_row(
                m, (double)counted(&a[0], l, pad) * counted(&a[1], i, pad), y);
}

/* What all three do once their arguments are gathered. */
static ref_status pool(average *m, float *y)
{
    const ref_pool_task *t = &m->task;
    ref_status status = ref_pool_check(&m->task, y, NULL);

    if (status != REF_OK)
        return status;
    for (ptrdiff_t k = 0; k < ref_pool_channels(t);
         k++, y += ref_pool_results(t)) {
        ref_pool_channel(t, t->x + k * ref_pool_volume(t), 0.0f,
                         ref_cpu_microkernels()->add, y);
        divide_channel(m, y);
    }
    return REF_OK;
}

ref_status ref_avg_pool1d(const float *x, int n, int c, int w, int kw,
                          const ref_avg_pool1d_params *p, float *y)
{
    average m = average1d(x, n, c, w, kw, p);

    return pool(&m, y);
}

ref_status ref_avg_pool2d(const float *x, int n, int c, int h, int w, int kh,
                          int kw, const ref_avg_pool2d_params *p, float *y)
{
    average m = average2d(x, n, c, h, w, kh, kw, p);

    return pool(&m, y);
}

ref_status ref_avg_pool3d(const float *x, int n, int c, int d, int h, int w,
                          int kd, int kh, int kw,
                          const ref_avg_pool3d_params *p, float *y)
{
    average m = average3d(x, n, c, d, h, w, kd, kh, kw, p);

    return pool(&m, y);
}

ref_status ref_avg_pool1d_output(int w, int kw, const ref_avg_pool1d_params *p,
                                 int *ow)
{
    average m = average1d(NULL, 0, 1, w, kw, p);

    return ref_pool_give(&m.task, REF_AXIS_W, NULL, NULL, ow);
}

ref_status ref_avg_pool2d_output(int h, int w, int kh, int kw,
                                 const ref_avg_pool2d_params *p, int *oh,
                                 int *ow)
{
    average m = average2d(NULL, 0, 1, h, w, kh, kw, p);

    return ref_pool_give(&m.task, REF_AXIS_H, NULL, oh, ow);
}

ref_status ref_avg_pool3d_output(int d, int h, int w, int kd, int kh, int kw,
                                 const ref_avg_pool3d_params *p, int *od,
                                 int *oh, int *ow)
{
    average m = average3d(NULL, 0, 1, d, h, w, kd, kh, kw, p);

    return ref_pool_give(&m.task, REF_AXIS_D, od, oh, ow);
}
