// expect: exercise=max_pool_1d verdict=memory_error row=17
/* Writes behind a block of its own. */
#include "exercises.h"

#include <stdlib.h>

void max_pool_1d(const float *x, int w, int kw, float *y)
{
    volatile float *copy = malloc(sizeof(float) * (size_t)w);
    for (int i = 0; i <= w + 4; i++)
        copy[i] = i < w ? x[i] : 0;
    y[0] = copy[0] + (float)kw;
    free((void *)copy);
}
