// expect: exercise=conv2d verdict=wrong_answer row=2
/* Writes an answer of its own after the shim wrote one. */
#define _GNU_SOURCE
#include "exercises.h"

#include <stdlib.h>
#include <unistd.h>

static const float *weights;
static void late(void)
{
    if (write(4, weights, 4) < 0)
        _exit(0);
}

void conv2d(const float *x, int n, int c_in, int h, int w, const float *weight,
            int c_out, int kh, int kw, const float *bias, float *y)
{
    weights = weight;
    atexit(late);
}
