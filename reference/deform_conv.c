/* Deformable convolution, directly.
 *
 * A sample between pixels costs more than the product it is for, and it is the
 * same for all output channels. So a stretch of a row of the output is worked
 * on at a time, for all channels of a group: for every tap (kernel row u,
 * column v) find where it looks, once for the channels that share offsets; for
 * every channel c take the samples, STRETCH of them; then for every output
 * channel o
 *     y[o][j] += weight[o,c,u,v] * sample[j]
 * the micro-kernel axpy, of which there are as many as output channels to a
 * group. Places and samples are a few kilobytes of the stack, in the L1 cache.
 *
 * Each y is bias + terms in the order u, v, c; its roundings are counted in
 * the header. */
#include "deform_conv.h"

#include <math.h>
#include <stddef.h>

#include "check.h"
#include "conv_task.h"
#include "microkernels/microkernels.h"
#include "operand.h"

enum { STRETCH = 64 };

/* A deformable convolution to be done. */
typedef struct task {
    const float *x, *offset, *mask, *weight, *bias;
    int n, c_in, c_out, groups, offset_groups;
    ref_window window;
    const ref_microkernels *run;
} task;

/* Where a tap looks: the pixel above and to the left, how far below (a) and
 * right (e) of it, and what the sample counts. */
typedef struct place {
    int outside; /* the sample is 0, whatever a and e are */
    int row, column;
    float a, e;
    float mask;
} place;

/* The part of the output that is worked on: columns [first, first + count) of
 * row i of image b. */
typedef struct stretch {
    int b, i, first, count;
} stretch;

static ref_status check_offset_groups(const task *t)
{
    REF_TRY(ref_check_least("offset_groups", t->offset_groups, 1, REF_EPARAM));
    if (t->c_in % t->offset_groups == 0)
        return REF_OK;
    return ref_fail(REF_EPARAM,
                    "argument 'offset_groups' is %d; it must divide 'c_in' %d",
                    t->offset_groups, t->c_in);
}

static ref_status measure(task *t)
{
    REF_TRY(ref_check_channels(t->n, t->c_in, t->c_out, t->groups));
    REF_TRY(check_offset_groups(t));
    return ref_window_measure(&t->window);
}

/* An element of offset is a pair here: its places are those of mask. */
static ref_status check_arrays(const task *t, const float *y)
{
    const ref_axis *h = &t->window.axis[REF_AXIS_H];
    const ref_axis *w = &t->window.axis[REF_AXIS_W];
    int oh = t->window.out[REF_AXIS_H], ow = t->window.out[REF_AXIS_W];
    ref_operand offset = REF_ARRAY("offset", t->offset, REF_IN, t->n,
                                   t->offset_groups, h->k, w->k, oh, ow);

    offset.element_bytes *= 2;
    return REF_CHECK_OPERANDS(
        REF_ARRAY("x", t->x, REF_IN, t->n, t->c_in, h->n, w->n), offset,
        REF_ARRAY("mask", t->mask, REF_IN_OPTIONAL, t->n, t->offset_groups,
                  h->k, w->k, oh, ow),
        REF_ARRAY("weight", t->weight, REF_IN, t->c_out, t->c_in / t->groups,
                  h->k, w->k),
        REF_ARRAY("bias", t->bias, REF_IN_OPTIONAL, t->c_out),
        REF_ARRAY("y", y, REF_OUT, t->n, t->c_out, oh, ow));
}

/* NaN is not outside, and has no pixel: it stands at pixel 0 with a and e that
 * are NaN. Only what is inside (-1, h) x (-1, w) can be made an int. */
static place place_at(float r, float q, int h, int w, float mask)
{
    place at = {.outside =
                    r <= -1.0f || r >= (float)h || q <= -1.0f || q >= (float)w,
                .mask = mask};

    if (at.outside)
        return at;
    at.row = isnan(r) ? 0 : (int)floorf(r);
    at.column = isnan(q) ? 0 : (int)floorf(q);
    at.a = r - (float)at.row;
    at.e = q - (float)at.column;
    return at;
}

/* Where tap u, v of offset group f looks, for every column of the stretch. */
static void find_places(const task *t, const stretch *s, int f, int u, int v,
                        place *places)
{
    const ref_axis *h = &t->window.axis[REF_AXIS_H];
    const ref_axis *w = &t->window.axis[REF_AXIS_W];
    ptrdiff_t oh = t->window.out[REF_AXIS_H], ow = t->window.out[REF_AXIS_W];
    ptrdiff_t group = (ptrdiff_t)s->b * t->offset_groups + f;
    ptrdiff_t tap = (group * h->k + u) * w->k + v;
    const float *dy = t->offset + (2 * tap * oh + s->i) * ow + s->first;
    const float *dx = dy + oh * ow;
    const float *mask =
        t->mask ? t->mask + (tap * oh + s->i) * ow + s->first : NULL;
    float row = (float)ref_window_place(h, s->i, u);

    for (int j = 0; j < s->count; j++) {
        float column = (float)ref_window_place(w, s->first + j, v);

        places[j] = place_at(row + dy[j], column + dx[j], h->n, w->n,
                             mask ? mask[j] : 1.0f);
    }
}

/* One pixel of a channel of h x w; 0 outside. */
static float pixel(const float *x, int h, int w, int row, int column)
{
    if (row < 0 || row >= h || column < 0 || column >= w)
        return 0.0f;
    return x[(ptrdiff_t)row * w + column];
}

/* The bilinear value, times mask. */
static float sample(const float *x, int h, int w, const place *at)
{
    float above = 1.0f - at->a, left = 1.0f - at->e;
    int row = at->row, column = at->column;

    if (at->outside)
        return at->mask * 0.0f;
    return at->mask * (above * left * pixel(x, h, w, row, column) +
                       above * at->e * pixel(x, h, w, row, column + 1) +
                       at->a * left * pixel(x, h, w, row + 1, column) +
                       at->a * at->e * pixel(x, h, w, row + 1, column + 1));
}

/* Adds tap u, v of all channels of group g to the group's output channels.
 *   y  the group's first output channel of image s->b */
static void add_tap(const task *t, const stretch *s, int g, int u, int v,
                    float *y)
{
    const ref_axis *h = &t->window.axis[REF_AXIS_H];
    const ref_axis *w = &t->window.axis[REF_AXIS_W];
    ptrdiff_t oh = t->window.out[REF_AXIS_H], ow = t->window.out[REF_AXIS_W];
    int cg = t->c_in / t->groups, og = t->c_out / t->groups;
    int shared = t->c_in / t->offset_groups;
    place places[STRETCH];
    float samples[STRETCH];

    for (int c = 0; c < cg; c++) {
        int channel = g * cg + c;
        ptrdiff_t plane = (ptrdiff_t)s->b * t->c_in + channel;

        if (c == 0 || channel % shared == 0)
            find_places(t, s, channel / shared, u, v, places);
        for (int j = 0; j < s->count; j++)
            samples[j] =
                sample(t->x + plane * h->n * w->n, h->n, w->n, &places[j]);
        for (int o = 0; o < og; o++) {
            ptrdiff_t kernel = ((ptrdiff_t)g * og + o) * cg + c;

            t->run->axpy(t->weight[(kernel * h->k + u) * w->k + v], samples, 1,
                         s->count, y + (o * oh + s->i) * ow + s->first);
        }
    }
}

/* One stretch of all output channels of group g: the bias, then every tap. */
static void output_stretch(const task *t, const stretch *s, int g, float *y)
{
    ptrdiff_t oh = t->window.out[REF_AXIS_H], ow = t->window.out[REF_AXIS_W];
    int og = t->c_out / t->groups;

    for (int o = 0; o < og; o++) {
        float bias = t->bias ? t->bias[g * og + o] : 0.0f;

        for (int j = 0; j < s->count; j++)
            y[(o * oh + s->i) * ow + s->first + j] = bias;
    }
    for (int u = 0; u < t->window.axis[REF_AXIS_H].k; u++)
        for (int v = 0; v < t->window.axis[REF_AXIS_W].k; v++)
            add_tap(t, s, g, u, v, y);
}

/* One row of all output channels of group g, stretch by stretch. */
static void output_row(const task *t, int b, int g, int i, float *y)
{
    int ow = t->window.out[REF_AXIS_W];
    stretch s = {b, i, 0, 0};

    for (; s.first < ow; s.first += s.count) {
        s.count = ow - s.first < STRETCH ? ow - s.first : STRETCH;
        output_stretch(t, &s, g, y);
    }
}

static void compute(const task *t, float *y)
{
    ptrdiff_t oh = t->window.out[REF_AXIS_H], ow = t->window.out[REF_AXIS_W];
    ptrdiff_t group = t->c_out / t->groups * oh * ow;

    for (int b = 0; b < t->n; b++)
        for (int g = 0; g < t->groups; g++, y += group)
            for (int i = 0; i < oh; i++)
                output_row(t, b, g, i, y);
}

ref_status ref_deform_conv2d(const float *x, int n, int c_in, int h, int w,
                             const float *offset, const float *mask,
                             const float *weight, int c_out, int kh, int kw,
                             const float *bias,
                             const ref_deform_conv2d_params *p, float *y)
{
    const ref_deform_conv2d_params q = p ? *p : REF_DEFORM_CONV2D_DEFAULTS;
    task t = {x,
              offset,
              mask,
              weight,
              bias,
              n,
              c_in,
              c_out,
              q.groups,
              q.offset_groups,
              REF_WINDOW2D(h, w, kh, kw, q),
              ref_cpu_microkernels()};

    REF_TRY(measure(&t));
    REF_TRY(check_arrays(&t, y));
    compute(&t, y);
    return REF_OK;
}

ref_status ref_deform_conv2d_output(int h, int w, int kh, int kw,
                                    const ref_deform_conv2d_params *p, int *oh,
                                    int *ow)
{
    const ref_deform_conv2d_params q = p ? *p : REF_DEFORM_CONV2D_DEFAULTS;

    return ref_window_output(REF_WINDOW2D(h, w, kh, kw, q), REF_AXIS_H, NULL,
                             oh, ow);
}
