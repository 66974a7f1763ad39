// expect: verdict=wrong_answer misconception=C07
// The largest is not set back.
#include "exercises.h"

void max_pool_1d(const float *x, int w, int kw, float *y)
{
    float best = x[0];

    for (int i = 0; i < w / kw; i++) {
        for (int v = 0; v < kw; v++)
            if (x[i * kw + v] > best)
                best = x[i * kw + v];
        y[i] = best;
    }
}
