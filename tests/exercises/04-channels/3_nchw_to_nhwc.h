/* What the check of nchw_to_nhwc and its wrong programs share. */
#ifndef CONVLINGS_CHECK_NCHW_TO_NHWC_H
#define CONVLINGS_CHECK_NCHW_TO_NHWC_H

#include "tests/grader/exercise.h"

enum { X, N, C_IN, H, W, Y };

model right_nchw_to_nhwc;
extern const struct misconception wrong_nchw_to_nhwc[];

#endif
