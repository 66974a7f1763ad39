/* What the check of conv2d_im2col and its wrong programs share. */
#ifndef CONVLINGS_CHECK_CONV2D_IM2COL_H
#define CONVLINGS_CHECK_CONV2D_IM2COL_H

#include "tests/grader/exercise.h"

enum { COLS, OH, OW, WEIGHT, C_OUT, C_IN, KH, KW, BIAS, Y };

model right_conv2d_im2col;
extern const struct misconception wrong_conv2d_im2col[];

#endif
