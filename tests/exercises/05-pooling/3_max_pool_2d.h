/* What the check of max_pool_2d and its wrong programs share. */
#ifndef CONVLINGS_CHECK_MAX_POOL_2D_H
#define CONVLINGS_CHECK_MAX_POOL_2D_H

#include "tests/grader/exercise.h"

enum { X, C, H, W, KH, KW, SH, SW, PH, PW, Y };

model right_max_pool_2d;
extern const struct misconception wrong_max_pool_2d[];

#endif
