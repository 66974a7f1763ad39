/* What the check of correlate_2d_dilated and its wrong programs share. */
#ifndef CONVLINGS_CHECK_CORRELATE_2D_DILATED_H
#define CONVLINGS_CHECK_CORRELATE_2D_DILATED_H

#include "tests/grader/exercise.h"

enum { X, H, W, K, KH, KW, SH, SW, DH, DW, Y };

model right_correlate_2d_dilated;
extern const struct misconception wrong_correlate_2d_dilated[];

#endif
