// expect: verdict=pass
// The loop over the window stands outside.
#include "exercises.h"

#include <float.h>

void max_pool_1d(const float *x, int w, int kw, float *y)
{
    int ow = w / kw;
    for (int i = 0; i < ow; i++)
        y[i] = -FLT_MAX;
    for (int v = 0; v < kw; v++)
        for (int i = 0; i < ow; i++)
            y[i] = x[i * kw + v] > y[i] ? x[i * kw + v] : y[i];
}
