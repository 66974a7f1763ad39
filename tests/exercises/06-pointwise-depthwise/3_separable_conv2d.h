/* What the check of separable_conv2d and its wrong programs share. */
#ifndef CONVLINGS_CHECK_SEPARABLE_CONV2D_H
#define CONVLINGS_CHECK_SEPARABLE_CONV2D_H

#include "tests/grader/exercise.h"

enum { X, C_IN, H, W, DEPTH, KH, KW, POINT, C_OUT, BIAS, Y };

/* The call, its sizes, and where the loops are. */
struct separable {
    const struct call *call;
    int c_in, h, w, kh, kw, c_out, oh, ow;
    int o, c, i, j, u, v;
};

/* Which element of an array is touched there; PADDING: a zero in its place;
 * beyond the array: unknown. */
typedef int separable_spot(const struct separable *t);
/* What becomes of a number on its way. */
typedef double separable_change(double value);

/* A program; what is NULL is that of the right one. */
struct separable_loops {
    separable_spot *x, *depth, *point, *bias;
    separable_change *between; /* done to z[c, i, j] */
    int terms_from, terms_to;  /* channels left out at both ends */
    bool last_term;            /* only the last channel is left */
    bool no_bias, bias_per_channel;
    bool no_point;    /* the numbers of point are never used */
    bool goes_on;     /* z is not set back to 0 for the next channel */
    bool runs_on;     /* nor for the next place: channels, rows, columns */
    bool all_planes;  /* each kernel is laid on every channel */
    bool cut;         /* z is an int while it is added up */
    bool point_first; /* the 1x1 convolution before the depthwise one */
};

struct separable separable_of(const struct call *c);
separable_spot separable_x, separable_depth, separable_point;
wrong_model separable_run; /* how is a struct separable_loops */
model right_separable_conv2d;
extern const struct misconception wrong_separable_conv2d[];

#endif
