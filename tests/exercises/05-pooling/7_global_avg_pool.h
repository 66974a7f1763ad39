/* What the check of global_avg_pool and its wrong programs share. */
#ifndef CONVLINGS_CHECK_GLOBAL_AVG_POOL_H
#define CONVLINGS_CHECK_GLOBAL_AVG_POOL_H

#include "tests/grader/exercise.h"

enum { X, N, C, H, W, Y };

model right_global_avg_pool;
extern const struct misconception wrong_global_avg_pool[];

#endif
