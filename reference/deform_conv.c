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

#include "check.h"
#include "conv_task.h"
#include "microkernels/microkernels.h"
#include "whole.h"

enum { STRETCH = 64 };

/* A deformable convolution to be done; oh and ow once it is measured. */
typedef struct task {
    const float *x, *offset, *mask, *weight, *bias;
    int n, c_in, c_out, groups, offset_groups;
    ref_axis h, w;
    int oh, ow;
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
 * row i of all channels of group g of image b. */
typedef struct stretch {
    int b, g, i, first, count;
} stretch;

/* An element of offset is a pair here: its places are those of mask. */
static ref_status check(task *t, const float *y)
{
    int offset_groups = t->offset_groups, kh = t->h.k, kw = t->w.k;
    ref_operand offset;

    REF_TRY(ref_check_channels(t->n, t->c_in, t->c_out, t->groups));
    REF_TRY(ref_check_least("offset_groups", offset_groups, 1, REF_EPARAM));
    if (t->c_in % offset_groups != 0)
        return ref_fail(REF_EPARAM,
                        "argument 'offset_groups' is %d; it must divide 'c_in' "
                        "%d",
                        offset_groups, t->c_in);
    REF_TRY(ref_output_size(&t->h, &t->oh));
    REF_TRY(ref_output_size(&t->w, &t->ow));
    offset = REF_ARRAY("offset", t->offset, REF_IN, t->n, offset_groups, kh, kw,
                       t->oh, t->ow);
    offset.element_bytes *= 2;
    return REF_CHECK_OPERANDS(
        REF_ARRAY("x", t->x, REF_IN, t->n, t->c_in, t->h.n, t->w.n), offset,
        REF_ARRAY("mask", t->mask, REF_IN_OPTIONAL, t->n, offset_groups, kh, kw,
                  t->oh, t->ow),
        REF_ARRAY("weight", t->weight, REF_IN, t->c_out, t->c_in / t->groups,
                  kh, kw),
        REF_ARRAY("bias", t->bias, REF_IN_OPTIONAL, t->c_out),
        REF_ARRAY("y", y, REF_OUT, t->n, t->c_out, t->oh, t->ow));
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
    ptrdiff_t group = (ptrdiff_t)s->b * t->offset_groups + f;
    ptrdiff_t tap = (group * t->h.k + u) * t->w.k + v, map = tap * t->oh;
    const float *dy = t->offset + (2 * map + s->i) * t->ow + s->first;
    const float *dx = dy + (ptrdiff_t)t->oh * t->ow;
    const float *mask =
        t->mask ? t->mask + (map + s->i) * t->ow + s->first : NULL;
    float row = (float)ref_window_place(&t->h, s->i, u);

    for (int j = 0; j < s->count; j++) {
        float column = (float)ref_window_place(&t->w, s->first + j, v);

        places[j] = place_at(row + dy[j], column + dx[j], t->h.n, t->w.n,
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

/* Adds tap u, v of all channels of the group to the group's output channels.
 *   y  the stretch in the group's first output channel */
static void add_tap(const task *t, const stretch *s, int u, int v, float *y)
{
    int h = t->h.n, w = t->w.n, shared = t->c_in / t->offset_groups;
    int cg = t->c_in / t->groups, og = t->c_out / t->groups;
    place places[STRETCH];
    float samples[STRETCH];

    for (int c = 0; c < cg; c++) {
        int channel = s->g * cg + c;
        const float *x = t->x + ((ptrdiff_t)s->b * t->c_in + channel) * h * w;

        if (c == 0 || channel % shared == 0)
            find_places(t, s, channel / shared, u, v, places);
        for (int j = 0; j < s->count; j++)
            samples[j] = sample(x, h, w, &places[j]);
        for (ptrdiff_t o = 0; o < og; o++) {
            ptrdiff_t kernel = ((ptrdiff_t)s->g * og + o) * cg + c;

            ref_cpu_microkernels()->axpy(
                t->weight[(kernel * t->h.k + u) * t->w.k + v], samples,
                s->count, y + o * t->oh * t->ow, 1);
        }
    }
}

/* One stretch of all output channels of a group: the bias, then every tap. */
static void output_stretch(const task *t, const stretch *s, float *y)
{
    int og = t->c_out / t->groups;

    for (int o = 0; o < og; o++)
        for (int j = 0; j < s->count; j++)
            y[(ptrdiff_t)o * t->oh * t->ow + j] =
                t->bias ? t->bias[s->g * og + o] : 0.0f;
    for (int u = 0; u < t->h.k; u++)
        for (int v = 0; v < t->w.k; v++)
            add_tap(t, s, u, v, y);
}

static void compute(const task *t, float *y)
{
    ptrdiff_t group = (ptrdiff_t)(t->c_out / t->groups) * t->oh * t->ow;

    for (int b = 0; b < t->n; b++)
        for (int g = 0; g < t->groups; g++, y += group)
            for (int i = 0; i < t->oh; i++)
                for (stretch s = {b, g, i, 0, 0}; s.first < t->ow;
                     s.first += s.count) {
                    s.count = smaller(STRETCH, t->ow - s.first);
                    output_stretch(t, &s, y + (ptrdiff_t)i * t->ow + s.first);
                }
}

ref_status ref_deform_conv2d(const float *x, int n, int c_in, int h, int w,
                             const float *offset, const float *mask,
                             const float *weight, int c_out, int kh, int kw,
                             const float *bias,
                             const ref_deform_conv2d_params *p, float *y)
{
    const ref_deform_conv2d_params q = p ? *p : REF_DEFORM_CONV2D_DEFAULTS;
    const ref_window window = REF_WINDOW2D(h, w, kh, kw, q);
    task t = {
        x,    offset, mask,     weight,          bias,           n,
        c_in, c_out,  q.groups, q.offset_groups, window.axis[1], window.axis[2],
        0,    0};

    REF_TRY(check(&t, y));
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
