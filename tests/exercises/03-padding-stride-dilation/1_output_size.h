/* What the check of output_size and its wrong programs share. */
#ifndef CONVLINGS_CHECK_OUTPUT_SIZE_H
#define CONVLINGS_CHECK_OUTPUT_SIZE_H

#include "tests/grader/exercise.h"

enum { N, K, S, BEFORE, AFTER, DILATION, RESULT };

/* The arguments of a call. */
struct window_axis {
    int n, k, s, before, after, d;
};

struct window_axis axis_of(const struct call *c);

extern const struct misconception wrong_output_size[];

#endif
