/* What the check of pad_2d and its wrong programs share. */
#ifndef CONVLINGS_CHECK_PAD_2D_H
#define CONVLINGS_CHECK_PAD_2D_H

#include "2_pad_index.h"

enum { X, H, W, PT, PB, PL, PR, BORDER, Y };

/* The arguments of a call, and a place in y. */
struct border {
    int h, w, pt, pb, pl, pr, mode;
    int i, j;
};

/* The element of x that belongs to y[i, j]: PADDING is a zero, NOWHERE is
 * nothing written, any other number outside of x is read beside it. */
typedef int source(const struct border *b);
enum { UNWRITTEN = PADDING - 1 };

struct padded {
    source *from;
    source *to; /* the element of y; NULL: row-major */
};

/* Runs a program on a call. */
void pad_run(const struct call *c, struct answer *a, const struct padded *p);
source from_right;

extern const struct misconception wrong_pad_2d[];

#endif
