/* What the check of toeplitz_2d and its wrong programs share. */
#ifndef CONVLINGS_CHECK_TOEPLITZ_2D_H
#define CONVLINGS_CHECK_TOEPLITZ_2D_H

#include "tests/grader/exercise.h"

enum { K, KH, KW, H, W, U };

model right_toeplitz_2d;
extern const struct misconception wrong_toeplitz_2d[];

#endif
