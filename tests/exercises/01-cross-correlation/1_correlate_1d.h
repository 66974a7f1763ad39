/* What the check of correlate_1d and its wrong programs share. */
#ifndef CONVLINGS_CHECK_CORRELATE_1D_H
#define CONVLINGS_CHECK_CORRELATE_1D_H

#include "tests/grader/exercise.h"

enum { X, W, K, KW, Y };

model right_correlate_1d;
extern const struct misconception wrong_correlate_1d[];

#endif
