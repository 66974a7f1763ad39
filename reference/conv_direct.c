/* The direct algorithm: the sum as it is written, and no work space.
 *
 * A row of y stays in the L1 cache while every tap (channel c, kernel plane t,
 * row u, column v) adds its share to the whole row:
 *     y[j] += weight[o,c,t,u,v] * x[c, plane, row, j*sw - pl + v*dw]
 * One weight times a row of x: neighbours in memory on both sides, no sum
 * across lanes, nothing to decide: the micro-kernel axpy. What is decided
 * (does this tap see the padding, and where) is decided once per row, outside.
 *
 * Each y is bias + terms in the order c, t, u, v: at most m roundings per
 * term, m = cg*kd*kh*kw + 1, which is the gamma_m of bound.h.
 *
 * The zeros of zero padding are left out, for they add nothing; unless the
 * weight is infinite or NaN, when 0 * weight is NaN and must arrive. */
#include <math.h>
#include <stddef.h>

#include "conv_task.h"
#include "microkernels/microkernels.h"

/* What the loops over rows need to know, gathered once per call. */
typedef struct sweep {
    const ref_conv_task *t;
    const ref_axis *axis;
    const ref_microkernels *run;
} sweep;

/* Which element of an axis the tap at a position of the window sees, or -1. The
 * padded axis fits in an int, so its places do. */
static int seen(const sweep *s, int axis, int position, int tap)
{
    const ref_axis *a = &s->axis[axis];

    return ref_pad_index(s->t->pad_mode,
                         (int)ref_window_place(a, position, tap), a->n);
}

/* Adds weight * (what stands there) for the columns [first, end) that see the
 * padding, one by one. x is NULL where the whole row is padding. */
static void add_padding(const sweep *s, float weight, const float *x, int v,
                        int first, int end, float *y)
{
    for (int j = first; j < end; j++) {
        int at = seen(s, REF_AXIS_W, j, v);

        y[j] += weight * (x && at >= 0 ? x[at] : 0.0f);
    }
}

/* Adds one row of the kernel, slid over one row x (NULL: zeros), to a row y. */
static void add_kernel_row(const sweep *s, const float *kernel_row,
                           const float *x, float *y)
{
    const ref_axis *a = &s->axis[REF_AXIS_W];
    int ow = s->t->window.out[REF_AXIS_W];

    for (int v = 0; v < a->k; v++) {
        float weight = kernel_row[v];
        ref_range in = x ? ref_window_inside(a, ow, v) : (ref_range){0, 0};

        if (in.first < in.end)
            s->run->axpy(weight, x + ref_window_place(a, in.first, v), a->s,
                         in.end - in.first, y + in.first);
        if (s->t->pad_mode != REF_PAD_ZEROS || !isfinite(weight)) {
            add_padding(s, weight, x, v, 0, in.first, y);
            add_padding(s, weight, x, v, in.end, ow, y);
        }
    }
}

/* Adds one channel: every row of its kernel.
 *   x  its planes      kernel  kd x kh x kw      l, i  the row of y */
static void add_channel(const sweep *s, const float *x, const float *kernel,
                        int l, int i, float *y)
{
    const ref_axis *a = s->axis;
    ptrdiff_t rows = a[REF_AXIS_H].n, columns = a[REF_AXIS_W].n;

    for (int t = 0; t < a[REF_AXIS_D].k; t++) {
        int plane = seen(s, REF_AXIS_D, l, t);

        for (int u = 0; u < a[REF_AXIS_H].k; u++) {
            int row = plane < 0 ? -1 : seen(s, REF_AXIS_H, i, u);

            add_kernel_row(s, kernel,
                           row < 0 ? NULL : x + (plane * rows + row) * columns,
                           y);
            kernel += a[REF_AXIS_W].k;
        }
    }
}

/* Output channel o of one image: the bias, then every channel, row by row.
 *   x  the group's cg channels      weight  the cg kernels of o */
static void output_map(const sweep *s, const float *x, const float *weight,
                       float bias, float *y)
{
    const ref_axis *a = s->axis;
    const int *out = s->t->window.out;
    ptrdiff_t volume = (ptrdiff_t)a[0].n * a[1].n * a[2].n;
    ptrdiff_t kernel = (ptrdiff_t)a[0].k * a[1].k * a[2].k;
    int cg = s->t->c_in / s->t->groups;

    for (int l = 0; l < out[REF_AXIS_D]; l++)
        for (int i = 0; i < out[REF_AXIS_H]; i++, y += out[REF_AXIS_W]) {
            for (int j = 0; j < out[REF_AXIS_W]; j++)
                y[j] = bias;
            for (int c = 0; c < cg; c++)
                add_channel(s, x + c * volume, weight + c * kernel, l, i, y);
        }
}

void ref_conv_direct(const ref_conv_task *t, float *y)
{
    const ref_axis *a = t->window.axis;
    const int *out = t->window.out;
    const sweep s = {t, a, ref_cpu_microkernels()};
    int cg = t->c_in / t->groups, og = t->c_out / t->groups;
    ptrdiff_t group = (ptrdiff_t)cg * a[0].n * a[1].n * a[2].n;
    ptrdiff_t kernels = (ptrdiff_t)cg * a[0].k * a[1].k * a[2].k;
    ptrdiff_t map = (ptrdiff_t)out[0] * out[1] * out[2];

    for (int b = 0; b < t->n; b++)
        for (int o = 0; o < t->c_out; o++, y += map) {
            ptrdiff_t first = (ptrdiff_t)b * t->groups + o / og;

            output_map(&s, t->x + first * group, t->weight + o * kernels,
                       t->bias ? t->bias[o] : 0.0f, y);
        }
}
