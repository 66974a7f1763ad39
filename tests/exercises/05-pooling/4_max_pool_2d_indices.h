/* What the check of max_pool_2d_indices and its wrong programs share. */
#ifndef CONVLINGS_CHECK_MAX_POOL_2D_INDICES_H
#define CONVLINGS_CHECK_MAX_POOL_2D_INDICES_H

#include "tests/grader/exercise.h"

enum { X, C, H, W, KH, KW, SH, SW, PH, PW, Y, INDEX };

model right_max_pool_2d_indices;
extern const struct misconception wrong_max_pool_2d_indices[];

#endif
