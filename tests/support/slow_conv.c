/* The formula of the convolution, term by term. */
#include "slow_conv.h"

#include <math.h>
#include <stddef.h>

/* Walks |i| steps (or as many as it takes to leave the axis) outwards. A
 * mirror turns the walk round: reflect turns on the edge, symmetric stands
 * still on it for one step. */
static int bounce(int steps, int at, int direction, int n, int stands)
{
    while (steps-- > 0) {
        if (at + direction < 0 || at + direction >= n) {
            direction = -direction;
            if (stands)
                continue;
        }
        if (n > 1)
            at += direction;
    }
    return at;
}

int slow_pad_index(ref_pad_mode mode, int i, int n)
{
    int out = i < 0 ? -i : i > n - 1 ? i - (n - 1) : 0;
    int edge = i < 0 ? 0 : n - 1, outwards = i < 0 ? -1 : 1;

    if (out == 0)
        return i;
    switch (mode) {
    case REF_PAD_ZEROS:
        return -1;
    case REF_PAD_REPLICATE:
        return edge;
    case REF_PAD_CIRCULAR:
        while (i < 0)
            i += n;
        while (i >= n)
            i -= n;
        return i;
    case REF_PAD_REFLECT:
        return bounce(out, edge, outwards, n, 0);
    case REF_PAD_SYMMETRIC:
        return bounce(out, edge, outwards, n, 1);
    }
    return -1;
}

int slow_output_size(const slow_axis *a)
{
    int count = 0;

    for (int at = -a->before; at + a->d * (a->k - 1) < a->n + a->after;
         at += a->s)
        count++;
    return count;
}

slow_counts slow_conv_counts(const slow_conv *t)
{
    slow_counts c = {t->n * t->c_in, t->c_out * (t->c_in / t->groups), t->c_out,
                     t->n * t->c_out};

    for (int a = 0; a < 3; a++) {
        c.x *= t->axis[a].n;
        c.weight *= t->axis[a].k;
        c.y *= slow_output_size(&t->axis[a]);
    }
    return c;
}

/* An axis of at most longest elements on which the window has a place and no
 * side has more padding than the mode reaches. */
static slow_axis roll_axis(dice *d, ref_pad_mode mode, int longest)
{
    for (;;) {
        slow_axis a = {dice_int(d, 1, longest), dice_int(d, 1, 4),
                       dice_int(d, 1, 3),       dice_int(d, 0, 5),
                       dice_int(d, 0, 5),       dice_int(d, 1, 3)};
        int limit = mode == REF_PAD_REFLECT    ? a.n - 1
                    : mode == REF_PAD_CIRCULAR ? a.n
                                               : 5;

        if (a.before <= limit && a.after <= limit && slow_output_size(&a) > 0)
            return a;
    }
}

slow_conv slow_conv_roll(dice *d, int rank)
{
    static const int longest[] = {5, 9, 21};
    slow_conv t = {.n = dice_int(d, 1, 2),
                   .groups = dice_int(d, 1, 3),
                   .axis = {SLOW_NO_AXIS, SLOW_NO_AXIS, SLOW_NO_AXIS}};

    t.c_in = t.groups * dice_int(d, 1, 2);
    t.c_out = t.groups * dice_int(d, 1, 2);
    t.pad_mode = (ref_pad_mode)dice_int(d, 0, REF_PAD_MODE_COUNT - 1);
    for (int a = 3 - rank; a < 3; a++)
        t.axis[a] = roll_axis(d, t.pad_mode, longest[a]);
    return t;
}

ref_conv1d_params slow_conv_params1d(const slow_conv *t)
{
    const slow_axis *w = &t->axis[2];

    return (ref_conv1d_params){w->s, w->before, w->after,        t->pad_mode,
                               w->d, t->groups, REF_CONV_DIRECT, 0};
}

ref_conv2d_params slow_conv_params2d(const slow_conv *t)
{
    const slow_axis *h = &t->axis[1], *w = &t->axis[2];

    return (ref_conv2d_params){h->s,      w->s,      h->before,       h->after,
                               w->before, w->after,  t->pad_mode,     h->d,
                               w->d,      t->groups, REF_CONV_DIRECT, 0};
}

ref_conv3d_params slow_conv_params3d(const slow_conv *t)
{
    const slow_axis *d = &t->axis[0], *h = &t->axis[1], *w = &t->axis[2];

    return (ref_conv3d_params){
        d->s,      h->s,     w->s,      d->before, d->after,
        h->before, h->after, w->before, w->after,  t->pad_mode,
        d->d,      h->d,     w->d,      t->groups, REF_CONV_DIRECT,
        0};
}

/* What a tap of the window at a position sees of channel c of image b; 0 in
 * the padding of zeros. */
static double seen(const slow_conv *t, int b, int c, const int at[3],
                   const int tap[3])
{
    int place = b * t->c_in + c;

    for (int k = 0; k < 3; k++) {
        const slow_axis *a = &t->axis[k];
        int i = slow_pad_index(t->pad_mode,
                               at[k] * a->s - a->before + tap[k] * a->d, a->n);

        if (i < 0)
            return 0.0;
        place = place * a->n + i;
    }
    return (double)t->x[place];
}

/* The value y[b,o,at]. */
static double value_at(const slow_conv *t, int b, int o, const int at[3],
                       double *magnitude)
{
    int cg = t->c_in / t->groups, group = o / (t->c_out / t->groups);
    double sum = t->bias ? (double)t->bias[o] : 0.0, size = fabs(sum);
    const slow_axis *a = t->axis;
    int tap[3];

    for (int c = 0; c < cg; c++)
        for (tap[0] = 0; tap[0] < a[0].k; tap[0]++)
            for (tap[1] = 0; tap[1] < a[1].k; tap[1]++)
                for (tap[2] = 0; tap[2] < a[2].k; tap[2]++) {
                    int place = o * cg + c;
                    double term = seen(t, b, group * cg + c, at, tap);

                    for (int k = 0; k < 3; k++)
                        place = place * a[k].k + tap[k];
                    term *= (double)t->weight[place];
                    sum += term;
                    size += fabs(term);
                }
    if (magnitude)
        *magnitude = size;
    return sum;
}

void slow_conv_all(const slow_conv *t, double *exact, double *magnitude)
{
    int out[3], at[3], place = 0;

    for (int a = 0; a < 3; a++)
        out[a] = slow_output_size(&t->axis[a]);
    for (int b = 0; b < t->n; b++)
        for (int o = 0; o < t->c_out; o++)
            for (at[0] = 0; at[0] < out[0]; at[0]++)
                for (at[1] = 0; at[1] < out[1]; at[1]++)
                    for (at[2] = 0; at[2] < out[2]; at[2]++, place++)
                        exact[place] = value_at(
                            t, b, o, at, magnitude ? &magnitude[place] : NULL);
}
