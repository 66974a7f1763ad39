/* Maximum pooling: gathers the arguments, checks them, and keeps the largest.
 *
 * Without indices, rows are made by the micro-kernel pool_max. With indices,
 * window after window is walked through in the order of memory, which tells of
 * equal numbers the first. Both give the same numbers; which of 0 and -0 is the
 * largest only the second way knows. */
#include "max_pool.h"

#include <math.h>

#include "check.h"
#include "pool_task.h"

static ref_pool_task task1d(const float *x, int n, int c, int w, int kw,
                            const ref_max_pool1d_params *p)
{
    const ref_max_pool1d_params q = p ? *p : REF_MAX_POOL1D_DEFAULTS;

    return (ref_pool_task){x, n, c, q.ceil_mode, REF_WINDOW1D(w, kw, q)};
}

static ref_pool_task task2d(const float *x, int n, int c, int h, int w, int kh,
                            int kw, const ref_max_pool2d_params *p)
{
    const ref_max_pool2d_params q = p ? *p : REF_MAX_POOL2D_DEFAULTS;

    return (ref_pool_task){x, n, c, q.ceil_mode, REF_WINDOW2D(h, w, kh, kw, q)};
}

static ref_pool_task task3d(const float *x, int n, int c, int d, int h, int w,
                            int kd, int kh, int kw,
                            const ref_max_pool3d_params *p)
{
    const ref_max_pool3d_params q = p ? *p : REF_MAX_POOL3D_DEFAULTS;

    return (ref_pool_task){x, n, c, q.ceil_mode,
                           REF_WINDOW3D(d, h, w, kd, kh, kw, q)};
}

/* The largest number of a window, and where in its channel it stands. */
typedef struct winner {
    float value;
    int64_t index;
} winner;

/* The winner of the window at one position; the first element inside holds
 * the place until a larger one comes. Only NaN is not itself. */
static winner best_of_window(const ref_axis *a, const float *x,
                             const int at[REF_AXES])
{
    ref_range taps[REF_AXES];
    int64_t start[REF_AXES];
    winner best = {-INFINITY, -1};

    for (int r = 0; r < REF_AXES; r++) {
        taps[r] = ref_pool_taps(&a[r], at[r]);
        start[r] = ref_window_place(&a[r], at[r], 0);
    }
    for (int t = taps[0].first; t < taps[0].end; t++)
        for (int u = taps[1].first; u < taps[1].end; u++)
            for (int v = taps[2].first; v < taps[2].end; v++) {
                int64_t plane = start[0] + (int64_t)t * a[0].d;
                int64_t row = plane * a[1].n + start[1] + (int64_t)u * a[1].d;
                int64_t index = row * a[2].n + start[2] + (int64_t)v * a[2].d;
                float value = x[index];

                if (best.index < 0 || value > best.value || value != value)
                    best = (winner){value, index};
            }
    return best;
}

static void channel_with_indices(const ref_pool_task *t, const float *x,
                                 float *y, int64_t *indices)
{
    const int *out = t->window.out;
    int at[REF_AXES];

    for (at[0] = 0; at[0] < out[0]; at[0]++)
        for (at[1] = 0; at[1] < out[1]; at[1]++)
            for (at[2] = 0; at[2] < out[2]; at[2]++) {
                winner best = best_of_window(t->window.axis, x, at);

                *y++ = best.value;
                *indices++ = best.index;
            }
}

static void channel(const ref_pool_task *t, ref_pool_rows *r, const float *x,
                    float *y)
{
    const int *out = t->window.out;

    for (int l = 0; l < out[0]; l++)
        for (int i = 0; i < out[1]; i += r->lines) {
            r->lines = ref_pool_lines(t, r, i);
            ref_pool_fold_lines(t, r, x, l, i, ref_cpu_microkernels()->pool_max,
                                y);
            y += (ptrdiff_t)r->lines * out[2];
        }
}

/* What all three do once their arguments are gathered. */
static ref_status pool(ref_pool_task t, float *y, int64_t *indices)
{
    ref_pool_rows rows;

    REF_TRY(ref_pool_check(&t, y, indices));
    rows = ref_pool_rows_of(&t);
    for (ptrdiff_t k = 0; k < ref_pool_channels(&t); k++) {
        const float *x = t.x + k * ref_window_elements(&t.window);
        ptrdiff_t to = k * ref_window_positions(&t.window);

        if (indices)
            channel_with_indices(&t, x, y + to, indices + to);
        else
            channel(&t, &rows, x, y + to);
    }
    return REF_OK;
}

ref_status ref_max_pool1d(const float *x, int n, int c, int w, int kw,
                          const ref_max_pool1d_params *p, float *y,
                          int64_t *indices)
{
    return pool(task1d(x, n, c, w, kw, p), y, indices);
}

ref_status ref_max_pool2d(const float *x, int n, int c, int h, int w, int kh,
                          int kw, const ref_max_pool2d_params *p, float *y,
                          int64_t *indices)
{
    return pool(task2d(x, n, c, h, w, kh, kw, p), y, indices);
}

ref_status ref_max_pool3d(const float *x, int n, int c, int d, int h, int w,
                          int kd, int kh, int kw,
                          const ref_max_pool3d_params *p, float *y,
                          int64_t *indices)
{
    return pool(task3d(x, n, c, d, h, w, kd, kh, kw, p), y, indices);
}

ref_status ref_max_pool1d_output(int w, int kw, const ref_max_pool1d_params *p,
                                 int *ow)
{
    return ref_pool_give(task1d(NULL, 0, 1, w, kw, p), REF_AXIS_W, NULL, NULL,
                         ow);
}

ref_status ref_max_pool2d_output(int h, int w, int kh, int kw,
                                 const ref_max_pool2d_params *p, int *oh,
                                 int *ow)
{
    return ref_pool_give(task2d(NULL, 0, 1, h, w, kh, kw, p), REF_AXIS_H, NULL,
                         oh, ow);
}

ref_status ref_max_pool3d_output(int d, int h, int w, int kd, int kh, int kw,
                                 const ref_max_pool3d_params *p, int *od,
                                 int *oh, int *ow)
{
    return ref_pool_give(task3d(NULL, 0, 1, d, h, w, kd, kh, kw, p), REF_AXIS_D,
                         od, oh, ow);
}
