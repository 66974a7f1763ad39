/* What the check of count_conv and its wrong programs share. */
#ifndef CONVLINGS_CHECK_COUNT_CONV_H
#define CONVLINGS_CHECK_COUNT_CONV_H

#include "tests/grader/exercise.h"

enum { WHAT, C_IN, H, W, C_OUT, KH, KW, S, P, GROUPS, RESULT };

model right_count_conv;
extern const struct misconception wrong_count_conv[];

#endif
