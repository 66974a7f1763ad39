/* The formula of the convolution, term by term. */
#include "slow_conv.h"

#include <math.h>

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

int slow_output_size(int n, int k, int s, int before, int after, int d)
{
    int count = 0;

    for (int at = -before; at + d * (k - 1) < n + after; at += s)
        count++;
    return count;
}

double slow_conv_at(const slow_conv *t, int b, int o, int i, int j,
                    double *magnitude)
{
    const ref_conv2d_params *p = &t->p;
    int cg = t->c_in / p->groups, group = o / (t->c_out / p->groups);
    double sum = t->bias ? (double)t->bias[o] : 0.0, size = fabs(sum);

    for (int c = 0; c < cg; c++)
        for (int u = 0; u < t->kh; u++)
            for (int v = 0; v < t->kw; v++) {
                int r = slow_pad_index(p->pad_mode,
                                       i * p->sh - p->pt + u * p->dh, t->h);
                int q = slow_pad_index(p->pad_mode,
                                       j * p->sw - p->pl + v * p->dw, t->w);
                int plane = b * t->c_in + group * cg + c;
                double term;

                if (r < 0 || q < 0)
                    continue;
                term =
                    (double)t->x[(plane * t->h + r) * t->w + q] *
                    (double)t->weight[((o * cg + c) * t->kh + u) * t->kw + v];
                sum += term;
                size += fabs(term);
            }
    if (magnitude)
        *magnitude = size;
    return sum;
}
