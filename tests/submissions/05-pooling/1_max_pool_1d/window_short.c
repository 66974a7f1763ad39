// expect: verdict=wrong_answer misconception=C10
// The last number of each window is left out.
#include "exercises.h"

void max_pool_1d(const float *x, int w, int kw, float *y)
{
    int ow = w / kw;

    for (int i = 0; i < ow; i++) {
        float best = x[i * kw];

        for (int v = 1; v < kw - 1; v++)
            if (x[i * kw + v] > best)
                best = x[i * kw + v];
        y[i] = best;
    }
}
