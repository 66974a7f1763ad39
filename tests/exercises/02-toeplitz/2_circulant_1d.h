/* What the check of circulant_1d and its wrong programs share. */
#ifndef CONVLINGS_CHECK_CIRCULANT_1D_H
#define CONVLINGS_CHECK_CIRCULANT_1D_H

#include "tests/grader/exercise.h"

enum { K, KW, W, U };

model right_circulant_1d;
extern const struct misconception wrong_circulant_1d[];

#endif
