// expect: verdict=wrong_answer misconception=M03
// FLT_MIN taken for the lowest float.
#include "exercises.h"

#include <float.h>

void max_pool_1d(const float *x, int w, int kw, float *y)
{
    int ow = w / kw;

    for (int i = 0; i < ow; i++) {
        float best = FLT_MIN;

        for (int v = 0; v < kw; v++)
            if (x[i * kw + v] > best)
                best = x[i * kw + v];
        y[i] = best;
    }
}
