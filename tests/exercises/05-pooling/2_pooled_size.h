/* What the check of pooled_size and its wrong programs share. */
#ifndef CONVLINGS_CHECK_POOLED_SIZE_H
#define CONVLINGS_CHECK_POOLED_SIZE_H

#include "tests/grader/exercise.h"

enum { W, KW, SW, PW, CEIL_MODE, RESULT };

model right_pooled_size;
extern const struct misconception wrong_pooled_size[];

#endif
