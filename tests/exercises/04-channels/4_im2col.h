/* What the check of im2col and its wrong programs share. */
#ifndef CONVLINGS_CHECK_IM2COL_H
#define CONVLINGS_CHECK_IM2COL_H

#include "tests/grader/exercise.h"

enum { X, C_IN, H, W, KH, KW, S, P, COLS };

model right_im2col;
extern const struct misconception wrong_im2col[];

#endif
