/* What the check of same_padding and its wrong programs share. */
#ifndef CONVLINGS_CHECK_SAME_PADDING_H
#define CONVLINGS_CHECK_SAME_PADDING_H

#include "tests/grader/exercise.h"

enum { N, K, S, DILATION, BEFORE, AFTER };

/* The arguments of a call. */
struct same {
    int n, k, s, d;
};

struct same same_of(const struct call *c);

extern const struct misconception wrong_same_padding[];

#endif
