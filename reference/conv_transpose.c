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
 * is one. It is the micro-kernel axpy_spread; which j stay inside y is decided
 * once per row, outside.
 *
 * Each y is bias + terms in the order c, t, u, v: at most m roundings per
 * term, m = cg*kd*kh*kw + 1, which is the gamma_m of bound.h. Nothing stands
 * between the elements of x: no zero is multiplied that the caller did not
 * give. */
#include "conv_transpose.h"

#include <stddef.h>

#include "check.h"
#include "conv_task.h"
#include "microkernels/microkernels.h"
#include "operand.h"

/* A transposed convolution to be done.
 *   window  at first axis.n is the size of x, and measuring it makes out that
 *           of y; turn exchanges the two for the loops */
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

static ref_status check_arrays(const task *t, const float *y)
{
    const ref_axis *a = t->window.axis;
    const int *out = t->window.out;
    return REF_CHECK_OPERANDS(
        REF_ARRAY("x", t->x, REF_IN, t->n, t->c_in, a[0].n, a[1].n, a[2].n),
        REF_ARRAY("weight", t->weight, REF_IN, t->c_in, t->c_out / t->groups,
                  a[0].k, a[1].k, a[2].k),
        REF_ARRAY("bias", t->bias, REF_IN_OPTIONAL, t->c_out),
        REF_ARRAY("y", y, REF_OUT, t->n, t->c_out, out[0], out[1], out[2]));
}

/* From here on the window slides over y. */
static void turn(ref_window *w)
{
    for (int a = 0; a < REF_AXES; a++) {
        int n = w->axis[a].n;

        w->axis[a].n = w->out[a];
        w->out[a] = n;
    }
}

/* Adds one row of the kernel times every element of one row x to a row y. */
static void add_kernel_row(const task *t, const ref_microkernels *run,
                           const float *kernel_row, const float *x, float *y)
{
    const ref_axis *a = &t->window.axis[REF_AXIS_W];

    for (int v = 0; v < a->k; v++) {
        ref_range in = ref_window_inside(a, t->window.out[REF_AXIS_W], v);

        if (in.first < in.end)
            run->axpy_spread(kernel_row[v], x + in.first, in.end - in.first,
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
static void add_channel(const task *t, const ref_microkernels *run,
                        const float *x, const float *kernel, int s, int r,
                        float *y)
{
    const ref_axis *a = t->window.axis;
    ptrdiff_t rows = t->window.out[REF_AXIS_H];
    ptrdiff_t columns = t->window.out[REF_AXIS_W];

    for (int p = 0; p < a[REF_AXIS_D].k; p++) {
        int plane = joined(&t->window, REF_AXIS_D, s, p);

        for (int u = 0; u < a[REF_AXIS_H].k; u++) {
            int row = plane < 0 ? -1 : joined(&t->window, REF_AXIS_H, r, u);

            if (row >= 0)
                add_kernel_row(t, run, kernel,
                               x + (plane * rows + row) * columns, y);
            kernel += a[REF_AXIS_W].k;
        }
    }
}

/* Output channel o of one image: the bias, then every channel, row by row.
 *   x  the group's cg channels      weight  the first one's kernel for o */
static void output_map(const task *t, const ref_microkernels *run,
                       const float *x, const float *weight, float bias,
                       float *y)
{
    const ref_axis *a = t->window.axis;
    ptrdiff_t volume = ref_window_positions(&t->window);
    ptrdiff_t kernel = ref_window_taps(&t->window);
    ptrdiff_t og = t->c_out / t->groups;
    int cg = t->c_in / t->groups;

    for (int s = 0; s < a[REF_AXIS_D].n; s++)
        for (int r = 0; r < a[REF_AXIS_H].n; r++, y += a[REF_AXIS_W].n) {
            for (int q = 0; q < a[REF_AXIS_W].n; q++)
                y[q] = bias;
            for (int c = 0; c < cg; c++)
                add_channel(t, run, x + c * volume, weight + c * og * kernel, s,
                            r, y);
        }
}

static void compute(const task *t, float *y)
{
    const ref_microkernels *run = ref_cpu_microkernels();
    int cg = t->c_in / t->groups, og = t->c_out / t->groups;
    ptrdiff_t kernel = ref_window_taps(&t->window);
    ptrdiff_t group = cg * ref_window_positions(&t->window);
    ptrdiff_t map = ref_window_elements(&t->window);

    for (int b = 0; b < t->n; b++)
        for (int o = 0; o < t->c_out; o++, y += map) {
            int g = o / og;

            output_map(t, run, t->x + ((ptrdiff_t)b * t->groups + g) * group,
                       t->weight + ((ptrdiff_t)g * cg * og + o % og) * kernel,
                       t->bias ? t->bias[o] : 0.0f, y);
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
    t.x = x;
    t.n = n;
    t.c_in = c_in;
    t.weight = weight;
    t.c_out = c_out;
    t.bias = bias;
    REF_TRY(measure(&t));
    REF_TRY(check_arrays(&t, y));
    turn(&t.window);
    compute(&t, y);
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
