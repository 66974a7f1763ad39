/* What the check of depthwise_conv2d and its wrong programs share. */
#ifndef CONVLINGS_CHECK_DEPTHWISE_CONV2D_H
#define CONVLINGS_CHECK_DEPTHWISE_CONV2D_H

#include "tests/grader/exercise.h"

enum { X, C, H, W, WEIGHT, M, KH, KW, BIAS, S, P, Y };

/* The sizes, and where the loops are. */
struct depthwise {
    int c, h, w, m, kh, kw, s, p, oh, ow;
    int o, i, j, u, v;
};

/* Which element of an array is touched there. An index of x may also be
 * PADDING, a zero; NOWHERE: none. */
typedef int depthwise_spot(const struct depthwise *t);
enum { NOWHERE = PADDING - 1 };

/* A program; a spot that is NULL is that of the right one. */
struct depthwise_loops {
    depthwise_spot *x, *weight, *bias, *y;
    bool bias_per_tap;
    bool runs_on; /* the sum is never set back */
};

struct depthwise depthwise_of(const struct call *c);
/* Element [row, col] of a channel, or PADDING outside. */
int depthwise_pixel(const struct depthwise *t, int channel, int row, int col);
wrong_model depthwise_run; /* how is a struct depthwise_loops */
model right_depthwise_conv2d;
extern const struct misconception wrong_depthwise_conv2d[];

#endif
