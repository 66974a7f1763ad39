// expect: verdict=wrong_answer misconception=C14
// The largest so far is an int.
#include "exercises.h"

void max_pool_1d(const float *x, int w, int kw, float *y)
{
    int ow = w / kw;
    for (int i = 0; i < ow; i++) {
        int best = x[i * kw];
        for (int v = 0; v < kw; v++)
            if (x[i * kw + v] > best)
                best = x[i * kw + v];
        y[i] = best;
    }
}
