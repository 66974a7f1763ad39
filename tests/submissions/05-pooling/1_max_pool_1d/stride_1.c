// expect: verdict=wrong_answer misconception=M05
// Windows start at every place.
#include "exercises.h"

void max_pool_1d(const float *x, int w, int kw, float *y)
{
    int ow = w / kw;

    for (int i = 0; i < ow; i++) {
        float best = x[i];

        for (int v = 1; v < kw; v++)
            if (x[i + v] > best)
                best = x[i + v];
        y[i] = best;
    }
}
