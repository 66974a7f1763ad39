/* What the check of separable_cost and its wrong programs share. */
#ifndef CONVLINGS_CHECK_SEPARABLE_COST_H
#define CONVLINGS_CHECK_SEPARABLE_COST_H

#include "tests/grader/exercise.h"

enum { C_IN, C_OUT, KH, KW, OH, OW, FULL, SEPARABLE, RESULT };

/* The sizes of the layer, as numbers that no product overflows. */
struct layer {
    double c_in, c_out, kh, kw, oh, ow;
};

struct layer cost_layer_of(const struct call *c);
model right_separable_cost;
extern const struct misconception wrong_separable_cost[];

#endif
