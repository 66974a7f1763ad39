/* The direct algorithm: the sum as it is written, and no work space.
 *
 * A row of y stays in the L1 cache while every tap (channel c, kernel row u,
 * kernel column v) adds its share to the whole row:
 *     y[j] += weight[o,c,u,v] * x[c, row, j*sw - pl + v*dw]
 * One weight times a row of x: neighbours in memory on both sides, no sum
 * across lanes, nothing to decide, so the compiler makes vectors of it. What
 * is decided (does this tap see the padding, and where) is decided once per
 * row, outside.
 *
 * Each y is bias + terms in the order c, u, v: at most m roundings per term,
 * m = cg*kh*kw + 1, which is the gamma_m of bound.h.
 *
 * Positions are ints: ref_output_size has seen that the padded axes fit. */
#include "conv2d_algorithms.h"

#include <stddef.h>

/* Output columns [first, end) whose tap lies inside a row of x. */
typedef struct columns {
    int first, end;
} columns;

static int least(int a, int b)
{
    return a < b ? a : b;
}

/* j*sw + offset >= 0 from first on, and <= w-1 before end. */
static columns inside(const ref_conv2d_task *t, int offset)
{
    int sw = t->p.sw;
    int first = offset < 0 ? (-offset - 1) / sw + 1 : 0;
    int end = offset < t->w ? (t->w - 1 - offset) / sw + 1 : 0;

    end = least(end, t->ow);
    return (columns){least(first, end), end};
}

/* y[j] += weight * x[j*sw], the loop where the time goes. */
static void add_scaled(float weight, const float *restrict x, int sw, int count,
                       float *restrict y)
{
    if (sw == 1) {
        for (int j = 0; j < count; j++)
            y[j] += weight * x[j];
    } else {
        for (int j = 0; j < count; j++)
            y[j] += weight * x[(ptrdiff_t)j * sw];
    }
}

/* The same for columns [first, end) that see the padding, one by one. */
static void add_padding(const ref_conv2d_task *t, float weight, const float *x,
                        int offset, int first, int end, float *y)
{
    for (int j = first; j < end; j++) {
        int column = ref_pad_index(t->p.pad_mode, j * t->p.sw + offset, t->w);

        y[j] += weight * x[column];
    }
}

/* Adds one row of the kernel, slid over one row x, to one row y. */
static void add_kernel_row(const ref_conv2d_task *t, const float *kernel_row,
                           const float *x, float *y)
{
    for (int v = 0; v < t->kw; v++) {
        int offset = v * t->p.dw - t->p.pl;
        columns in = inside(t, offset);

        if (in.first < in.end)
            add_scaled(kernel_row[v],
                       x + (ptrdiff_t)in.first * t->p.sw + offset, t->p.sw,
                       in.end - in.first, y + in.first);
        if (t->p.pad_mode != REF_PAD_ZEROS) {
            add_padding(t, kernel_row[v], x, offset, 0, in.first, y);
            add_padding(t, kernel_row[v], x, offset, in.end, t->ow, y);
        }
    }
}

/* Row i of output channel o: the bias, then every channel and kernel row.
 *   x  the group's cg planes      weight  the cg kernels of o      y  ow */
static void output_row(const ref_conv2d_task *t, const float *x,
                       const float *weight, float bias, int i, float *y)
{
    int cg = t->c_in / t->p.groups;

    for (int j = 0; j < t->ow; j++)
        y[j] = bias;
    for (int c = 0; c < cg; c++) {
        const float *plane = x + (ptrdiff_t)c * t->h * t->w;
        const float *kernel = weight + (ptrdiff_t)c * t->kh * t->kw;

        for (int u = 0; u < t->kh; u++) {
            int position = i * t->p.sh + u * t->p.dh - t->p.pt;
            int row = ref_pad_index(t->p.pad_mode, position, t->h);

            if (row >= 0)
                add_kernel_row(t, kernel + (ptrdiff_t)u * t->kw,
                               plane + (ptrdiff_t)row * t->w, y);
        }
    }
}

void ref_conv2d_direct(const ref_conv2d_task *t, float *y)
{
    int cg = t->c_in / t->p.groups, og = t->c_out / t->p.groups;
    ptrdiff_t planes = (ptrdiff_t)cg * t->h * t->w;
    ptrdiff_t kernels = (ptrdiff_t)cg * t->kh * t->kw;

    for (int b = 0; b < t->n; b++)
        for (int o = 0; o < t->c_out; o++) {
            ptrdiff_t group = (ptrdiff_t)b * t->p.groups + o / og;
            float bias = t->bias ? t->bias[o] : 0.0f;

            for (int i = 0; i < t->oh; i++, y += t->ow)
                output_row(t, t->x + group * planes, t->weight + o * kernels,
                           bias, i, y);
        }
}
