/* What the check of find_pattern and its wrong programs share. */
#ifndef CONVLINGS_CHECK_FIND_PATTERN_H
#define CONVLINGS_CHECK_FIND_PATTERN_H

#include "tests/grader/exercise.h"

enum { X, H, W, P, PH, PW, ROW, COL };

model right_find_pattern;
extern const struct misconception wrong_find_pattern[];

#endif
