/* Programs that convolve images of several channels, right and wrong ones:
 *
 *   y[b,o,i,j] = bias[o] + sum over c, u, v of x[b,g*cg+c,i+u,j+v] weight[...]
 *
 * with stride 1 and no padding, also in groups. A wrong program of this kind
 * has an index of its own, and is told by it.
 */
#ifndef CONVLINGS_CHANNELS_H
#define CONVLINGS_CHANNELS_H

#include "answer.h"

/* The sizes, and where the loops are: image b, map o, its row i and column j,
 * channel c of the map's group, row u and column v of the kernel. cg and og
 * are the channels and the maps of one group. */
struct spot {
    int n, c_in, h, w, c_out, kh, kw, oh, ow, groups, cg, og;
    int b, o, i, j, c, u, v;
};

/* Which parameters of the call they are; NO_PARAM for one that it has not,
 * and then its value is 1. */
struct channel_params {
    int x, n, c_in, h, w, weight, c_out, kh, kw, bias, groups, y;
};
enum { NO_PARAM = -1 };

/* Which element of an array is touched there. LEFT_OUT: this product, or this
 * output, is left out. */
typedef int spot_place(const struct spot *t);
enum { LEFT_OUT = PADDING - 1 };

/* Where the bias is added: once for each output, never, to every product, to
 * the sum of every channel. */
enum bias_use { BIAS_ONCE, BIAS_NEVER, BIAS_PER_TAP, BIAS_PER_CHANNEL };

/* A place that is NULL is that of the right program. */
struct channels {
    spot_place *x, *weight, *bias, *y;
    enum bias_use use;
    bool never_reset; /* a sum goes on where the one before it ended */
};

void channels_run(struct answer *a, const struct channel_params *p,
                  const struct channels *wrong);

/* The right places. */
spot_place spot_x;      /* x[b, g*cg + c, i+u, j+v] with g = o / og */
spot_place spot_weight; /* weight[o, c, u, v] */
spot_place spot_bias;   /* bias[o] */
spot_place spot_y;      /* y[b, o, i, j] */

/* Mistakes that programs have in common. */
spot_place spot_x_channels_last; /* x[b, i+u, j+v, c] */
spot_place spot_x_same_plane;    /* x[b, 0, i+u, j+v] */
spot_place spot_x_pitch;         /* rows of x taken to be h long */
spot_place spot_x_first_image;   /* x[0, c, i+u, j+v] */
spot_place spot_weight_flipped;  /* weight[o, c, kh-1-u, kw-1-v] */
spot_place spot_weight_plane;    /* weight[o, 0, u, v] */
spot_place spot_weight_last;     /* weight[u, v, c, o] */
spot_place spot_weight_swapped;  /* weight[c, o, u, v] */
spot_place spot_only_first;      /* weight[o, c, u, v], but for c > 0 */
spot_place spot_only_last;       /* the same, but for c < cg - 1 */
spot_place spot_last_tap;        /* the same, but for the last product */
spot_place spot_first_bias;      /* bias[0] */
spot_place spot_y_first_image;   /* y[0, o, i, j]: of the last image */

#endif
