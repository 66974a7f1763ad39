// expect: verdict=wrong_answer misconception=C11
// One output too few.
#include "exercises.h"

void max_pool_1d(const float *x, int w, int kw, float *y)
{
    int ow = w / kw;

    for (int i = 0; i < ow - 1; i++) {
        float best = x[i * kw];

        for (int v = 1; v < kw; v++)
            if (x[i * kw + v] > best)
                best = x[i * kw + v];
        y[i] = best;
    }
}
