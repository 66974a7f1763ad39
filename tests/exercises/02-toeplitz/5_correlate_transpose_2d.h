/* What the check of correlate_transpose_2d and its wrong programs share. */
#ifndef CONVLINGS_CHECK_CORRELATE_TRANSPOSE_2D_H
#define CONVLINGS_CHECK_CORRELATE_TRANSPOSE_2D_H

#include "tests/grader/exercise.h"

enum { Y, OH, OW, K, KH, KW, X };

model right_correlate_transpose_2d;
extern const struct misconception wrong_correlate_transpose_2d[];

#endif
