/* What the check of max_unpool_2d and its wrong programs share. */
#ifndef CONVLINGS_CHECK_MAX_UNPOOL_2D_H
#define CONVLINGS_CHECK_MAX_UNPOOL_2D_H

#include "tests/grader/exercise.h"

enum { X, INDEX, C, H, W, OH, OW, Y };

model right_max_unpool_2d;
extern const struct misconception wrong_max_unpool_2d[];

#endif
