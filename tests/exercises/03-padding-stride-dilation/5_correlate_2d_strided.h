/* What the check of correlate_2d_strided and its wrong programs share. */
#ifndef CONVLINGS_CHECK_CORRELATE_2D_STRIDED_H
#define CONVLINGS_CHECK_CORRELATE_2D_STRIDED_H

#include "tests/grader/exercise.h"

enum { X, H, W, K, KH, KW, SH, SW, Y };

model right_correlate_2d_strided;
extern const struct misconception wrong_correlate_2d_strided[];

#endif
