/* What the check of conv2d_groups and its wrong programs share. */
#ifndef CONVLINGS_CHECK_CONV2D_GROUPS_H
#define CONVLINGS_CHECK_CONV2D_GROUPS_H

#include "tests/grader/exercise.h"

enum { X, N, C_IN, H, W, WEIGHT, C_OUT, KH, KW, BIAS, GROUPS, Y };

model right_conv2d_groups;
extern const struct misconception wrong_conv2d_groups[];

#endif
