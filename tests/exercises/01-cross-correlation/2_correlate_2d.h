/* What the check of correlate_2d and its wrong programs share. */
#ifndef CONVLINGS_CHECK_CORRELATE_2D_H
#define CONVLINGS_CHECK_CORRELATE_2D_H

#include "tests/grader/exercise.h"

enum { X, H, W, K, KH, KW, Y };

model right_correlate_2d;
extern const struct misconception wrong_correlate_2d[];

#endif
