/* What the check of filter_same_2d and its wrong programs share. */
#ifndef CONVLINGS_CHECK_FILTER_SAME_2D_H
#define CONVLINGS_CHECK_FILTER_SAME_2D_H

#include "tests/grader/exercise.h"

enum { X, H, W, K, KH, KW, Y };

model right_filter_same_2d;
extern const struct misconception wrong_filter_same_2d[];

#endif
