/* What the check of toeplitz_1d and its wrong programs share. */
#ifndef CONVLINGS_CHECK_TOEPLITZ_1D_H
#define CONVLINGS_CHECK_TOEPLITZ_1D_H

#include "tests/grader/exercise.h"

enum { K, KW, W, U };

model right_toeplitz_1d;
extern const struct misconception wrong_toeplitz_1d[];

#endif
