// expect: exercise=pad_2d verdict=memory_error row=17
/* Reads a block that it gave back. */
#include "exercises.h"

#include <stdlib.h>

void pad_2d(const float *x, int h, int w, int pt, int pb, int pl, int pr,
            int mode, float *y)
{
    volatile float *copy = malloc(sizeof(float) * 4);
    copy[0] = x[0];
    free((void *)copy);
    y[0] = copy[0];
}
