// expect: verdict=pass
// Into zeroed memory, backwards.
#include "exercises.h"

#include <stdlib.h>
#include <string.h>

void max_unpool_2d(const float *x, const int *index, int c, int h, int w,
                   int oh, int ow, float *y)
{
    float *t = calloc((size_t)(c * oh * ow), sizeof *t);
    for (int p = c * h * w - 1; p >= 0; p--)
        t[p / (h * w) * (oh * ow) + index[p]] = x[p];
    memcpy(y, t, (size_t)(c * oh * ow) * sizeof *t);
    free(t);
}
