/* What the check of count_weights and its wrong programs share. */
#ifndef CONVLINGS_CHECK_COUNT_WEIGHTS_H
#define CONVLINGS_CHECK_COUNT_WEIGHTS_H

#include "tests/grader/exercise.h"

enum { C_IN, H, W, C_OUT, OH, OW, KH, KW, SHARING, BIAS, COUNT };
enum { DENSE, LOCAL, SHARED };

model right_count_weights;
extern const struct misconception wrong_count_weights[];

/* The numbers that are multiplied, and the right count of them. */
struct layer {
    long long c_in, h, w, c_out, oh, ow, kh, kw;
    long long inputs, outputs, taps; /* all of a kernel's, over c_in maps */
    int sharing, bias;
};

struct layer weights_layer(const struct call *c);
long long layer_count(const struct layer *l);

#endif
