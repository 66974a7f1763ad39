// expect: verdict=wrong_answer misconception=C10
// The loop over the kernel ends one early.
#include "exercises.h"

void correlate_1d(const float *x, int w, const float *k, int kw, float *y)
{
    for (int i = 0; i < w - kw + 1; i++) {
        float sum = 0;
        for (int u = 0; u < kw - 1; u++)
            sum += x[i + u] * k[u];
        y[i] = sum;
    }
}
