/* What the check of convolve_full_1d and its wrong programs share. */
#ifndef CONVLINGS_CHECK_CONVOLVE_FULL_1D_H
#define CONVLINGS_CHECK_CONVOLVE_FULL_1D_H

#include "tests/grader/exercise.h"

enum { X, W, K, KW, Y };

model right_convolve_full_1d;
extern const struct misconception wrong_convolve_full_1d[];

#endif
