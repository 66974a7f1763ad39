/* What the check of max_pool_1d and its wrong programs share. */
#ifndef CONVLINGS_CHECK_MAX_POOL_1D_H
#define CONVLINGS_CHECK_MAX_POOL_1D_H

#include "tests/grader/exercise.h"

enum { X, W, KW, Y };

model right_max_pool_1d;
extern const struct misconception wrong_max_pool_1d[];

#endif
