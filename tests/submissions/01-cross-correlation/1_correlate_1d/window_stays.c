// expect: verdict=wrong_answer misconception=CX3
// The i is forgotten in the index.
#include "exercises.h"

void correlate_1d(const float *x, int w, const float *k, int kw, float *y)
{
    for (int i = 0; i < w - kw + 1; i++) {
        float sum = 0;
        for (int u = 0; u < kw; u++)
            sum += x[u] * k[u];
        y[i] = sum;
    }
}
