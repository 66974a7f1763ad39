/* What the check of conv2d and its wrong programs share. */
#ifndef CONVLINGS_CHECK_CONV2D_H
#define CONVLINGS_CHECK_CONV2D_H

#include "tests/grader/exercise.h"

enum { X, N, C_IN, H, W, WEIGHT, C_OUT, KH, KW, BIAS, Y };

model right_conv2d;
extern const struct misconception wrong_conv2d[];

#endif
