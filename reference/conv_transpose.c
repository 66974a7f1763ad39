/* Transposed convolution in one, two and three dimensions, directly.
 *
 * Seen from y, this is a window that slides over y and stands at one place for
 * each number of x. So the task is a ref_window whose axes are those of y and
 * whose positions are the elements of x, and what a convolution reads through
 * it, here is written through it.
 *
 * As in conv_direct.c a row of y stays in the L1 cache while every tap (channel
 * c, kernel plane t, row u, column v) adds its share to the whole row:
 *     y[j*sw - pl + v*dw] += weight[c,o,t,u,v] * x[c, plane, row, j]
 * with the one plane and row of x that the tap joins to this row of y, if there
 * is one. It is the micro-kernel axpy; which j stay inside y is decided
 * once per row, outside.
 *
 * Each y is bias + terms in the order c, t, u, v: at most m roundings per
 * term, m = cg*kd*kh*kw + 1, which is the gamma_m of bound.h. Nothing stands
 * between the elements of x: no zero is multiplied that the caller did not
 * give. */
#include "conv_transpose.h"

#include "check.h"
#include "conv_task.h"
#include "microkernels/microkernels.h"

/* A transposed convolution to be done.
 *   window  at first axis.n is the size of x, and measuring it makes out that
 *           of y; they are exchanged for the loops */
typedef struct task {
    const float *x, *weight, *bias;
    int n, c_in, c_out, groups;
    int extra[REF_AXES]; /* output padding */
    ref_window window;
} task;

static ref_status measure(task *t)
{
    REF_TRY(ref_check_channels(t->n, t->c_in, t->c_out, t->groups));
    for (int a = 0; a < REF_AXES; a++)
        REF_TRY(ref_transposed_size(&t->window.axis[a], t->extra[a],
                                    &t->window.out[a]));
    return REF_OK;
}

/* Adds one row of the kernel times every element of one row x to a row y. */
static void add_kernel_row(const ref_window *w, const float *kernel_row,
                           const float *x, float *y)
{
    const ref_axis *a = &w->axis[REF_AXIS_W];

    for (int v = 0; v < a->k; v++) {
        ref_range in = ref_window_inside(a, w->out[REF_AXIS_W], v);

        if (in.first < in.end)
            ref_cpu_microkernels()->axpy(
                kernel_row[v], x + in.first, in.end - in.first,
                y + ref_window_place(a, in.first, v), a->s);
    }
}

/* Which element of x a tap joins to place at of y along an axis, or -1. */
static int joined(const ref_window *w, int axis, int at, int tap)
{
    const ref_axis *a = &w->axis[axis];
    int from_first = at + a->before - tap * a->d;

    if (from_first < 0 || from_first % a->s != 0 ||
        from_first / a->s >= w->out[axis])
        return -1;
    return from_first / a->s;
}

/* Adds one channel: every row of its kernel that reaches this row of y.
 *   x  its planes      kernel  kd x kh x kw      s, r  the row of y */
static void add_channel(const ref_window *w, const float *x,
                        const float *kernel, int s, int r, float *y)
{
    const ref_axis *a = w->axis;
    ptrdiff_t rows = w->out[REF_AXIS_H], columns = w->out[REF_AXIS_W];

    for (int p = 0; p < a[REF_AXIS_D].k; p++)
        for (int u = 0; u < a[REF_AXIS_H].k; u++, kernel += a[REF_AXIS_W].k) {
            int plane = joined(w, REF_AXIS_D, s, p);
            int row = joined(w, REF_AXIS_H, r, u);

            if (plane >= 0 && row >= 0)
                add_kernel_row(w, kernel, x + (plane * rows + row) * columns,
                               y);
        }
}

/* Output channel o of image b: the bias, then every channel, row by row. */
static void output_map(const task *t, int b, int o, float *y)
{
    const ref_window *w = &t->window;
    ptrdiff_t cg = t->c_in / t->groups, og = t->c_out / t->groups;
    ptrdiff_t first = o / og * cg, volume = ref_window_positions(w);
    const float *x = t->x + (b * (ptrdiff_t)t->c_in + first) * volume;
    int columns = w->axis[REF_AXIS_W].n;

    for (int s = 0; s < w->axis[REF_AXIS_D].n; s++)
        for (int r = 0; r < w->axis[REF_AXIS_H].n; r++, y += columns) {
            const float *kernel =
                t->weight + (first * og + o % og) * ref_window_taps(w);

            for (int q = 0; q < columns; q++)
                y[q] = t->bias ? t->bias[o] : 0.0f;
            for (int c = 0; c < cg; c++, kernel += og * ref_window_taps(w))
                add_channel(w, x + c * volume, kernel, s, r, y);
        }
}

/* A task of sizes only: those of its output, from axis first on. The channels
 * are not known there. */
static ref_status measure_only(task t, int first, int *od, int *oh, int *ow)
{
    t.c_in = t.c_out = t.groups = 1;
    REF_TRY(measure(&t));
    return ref_window_give(&t.window, first, od, oh, ow);
}

/* The options of a call as a task that has no arrays yet. */
static task task_1d(int w, int kw, const ref_conv_transpose1d_params *p)
{
    const ref_conv_transpose1d_params q =
        p ? *p : REF_CONV_TRANSPOSE1D_DEFAULTS;

    return (task){.groups = q.groups,
                  .extra = {0, 0, q.aw},
                  .window = REF_WINDOW1D(w, kw, q)};
}

static task task_2d(int h, int w, int kh, int kw,
                    const ref_conv_transpose2d_params *p)
{
    const ref_conv_transpose2d_params q =
        p ? *p : REF_CONV_TRANSPOSE2D_DEFAULTS;

    return (task){.groups = q.groups,
                  .extra = {0, q.ah, q.aw},
                  .window = REF_WINDOW2D(h, w, kh, kw, q)};
}

static task task_3d(int d, int h, int w, int kd, int kh, int kw,
                    const ref_conv_transpose3d_params *p)
{
    const ref_conv_transpose3d_params q =
        p ? *p : REF_CONV_TRANSPOSE3D_DEFAULTS;

    return (task){.groups = q.groups,
                  .extra = {q.ad, q.ah, q.aw},
                  .window = REF_WINDOW3D(d, h, w, kd, kh, kw, q)};
}

/* Gives a task its arrays and does it. */
static ref_status run_task(task t, const float *x, int n, int c_in,
                           const float *weight, int c_out, const float *bias,
                           float *y)
{
    const ref_axis *a = t.window.axis;
    const int *out = t.window.out;

    t.x = x;
    t.n = n;
    t.c_in = c_in;
    t.weight = weight;
    t.c_out = c_out;
    t.bias = bias;
    REF_TRY(measure(&t));
    REF_TRY(REF_CHECK_OPERANDS(
        REF_ARRAY("x", x, REF_IN, n, c_in, a[0].n, a[1].n, a[2].n),
        REF_ARRAY("weight", weight, REF_IN, c_in, c_out / t.groups, a[0].k,
                  a[1].k, a[2].k),
        REF_ARRAY("bias", bias, REF_IN_OPTIONAL, c_out),
        REF_ARRAY("y", y, REF_OUT, n, c_out, out[0], out[1], out[2])));
    for (int r = 0; r < REF_AXES; r++) { /* now the window slides over y */
        int positions = a[r].n;

        t.window.axis[r].n = out[r];
        t.window.out[r] = positions;
    }
    for (int b = 0; b < n; b++)
        for (int o = 0; o < c_out; o++, y += ref_window_elements(&t.window))
            output_map(&t, b, o, y);
    return REF_OK;
}

ref_status ref_conv_transpose1d(const float *x, int n, int c_in, int w,
                                const float *weight, int c_out, int kw,
                                const float *bias,
                                const ref_conv_transpose1d_params *p, float *y)
{
    return run_task(task_1d(w, kw, p), x, n, c_in, weight, c_out, bias, y);
}

ref_status ref_conv_transpose2d(const float *x, int n, int c_in, int h, int w,
                                const float *weight, int c_out, int kh, int kw,
                                const float *bias,
                                const ref_conv_transpose2d_params *p, float *y)
{
    return run_task(task_2d(h, w, kh, kw, p), x, n, c_in, weight, c_out, bias,
                    y);
}

ref_status ref_conv_transpose3d(const float *x, int n, int c_in, int d, int h,
                                int w, const float *weight, int c_out, int kd,
                                int kh, int kw, const float *bias,
                                const ref_conv_transpose3d_params *p, float *y)
{
    return run_task(task_3d(d, h, w, kd, kh, kw, p), x, n, c_in, weight, c_out,
                    bias, y);
}

ref_status ref_conv_transpose1d_output(int w, int kw,
                                       const ref_conv_transpose1d_params *p,
                                       int *ow)
{
    return measure_only(task_1d(w, kw, p), REF_AXIS_W, NULL, NULL, ow);
}

ref_status ref_conv_transpose2d_output(int h, int w, int kh, int kw,
                                       const ref_conv_transpose2d_params *p,
                                       int *oh, int *ow)
{
    return measure_only(task_2d(h, w, kh, kw, p), REF_AXIS_H, NULL, oh, ow);
}

ref_status ref_conv_transpose3d_output(int d, int h, int w, int kd, int kh,
                                       int kw,
                                       const ref_conv_transpose3d_params *p,
                                       int *od, int *oh, int *ow)
{
    return measure_only(task_3d(d, h, w, kd, kh, kw, p), REF_AXIS_D, od, oh,
                        ow);
}
