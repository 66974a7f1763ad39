/* What the check of avg_pool_2d and its wrong programs share. */
#ifndef CONVLINGS_CHECK_AVG_POOL_2D_H
#define CONVLINGS_CHECK_AVG_POOL_2D_H

#include "tests/grader/exercise.h"

enum { X, H, W, KH, KW, SH, SW, PH, PW, CEIL_MODE, COUNT_PADDING, Y };

model right_avg_pool_2d;
extern const struct misconception wrong_avg_pool_2d[];

#endif
