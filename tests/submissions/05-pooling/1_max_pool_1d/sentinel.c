// expect: verdict=wrong_answer
// A number taken for low enough.
#include "exercises.h"

void max_pool_1d(const float *x, int w, int kw, float *y)
{
    for (int i = 0; i < w / kw; i++) {
        float best = -1e9f;

        for (int v = 0; v < kw; v++)
            if (x[i * kw + v] > best)
                best = x[i * kw + v];
        y[i] = best;
    }
}
