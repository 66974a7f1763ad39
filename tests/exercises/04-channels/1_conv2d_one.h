/* What the check of conv2d_one and its wrong programs share. */
#ifndef CONVLINGS_CHECK_CONV2D_ONE_H
#define CONVLINGS_CHECK_CONV2D_ONE_H

#include "tests/grader/exercise.h"

enum { X, C_IN, H, W, WEIGHT, KH, KW, BIAS, Y };

model right_conv2d_one;
extern const struct misconception wrong_conv2d_one[];

#endif
