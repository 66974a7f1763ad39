/* What the check of conv1x1 and its wrong programs share. */
#ifndef CONVLINGS_CHECK_CONV1X1_H
#define CONVLINGS_CHECK_CONV1X1_H

#include "tests/grader/exercise.h"

enum { X, N, C_IN, H, W, WEIGHT, C_OUT, BIAS, Y };

/* The sizes, and where the loops are; i is a pixel of a plane. */
struct mixing {
    int n, c_in, h, w, c_out, pixels;
    int b, o, c, i;
};

struct mixing mixing_of(const struct call *c);
model right_conv1x1;
extern const struct misconception wrong_conv1x1[];

#endif
