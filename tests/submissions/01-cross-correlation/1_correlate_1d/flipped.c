// expect: verdict=wrong_answer misconception=C01
// True convolution.
#include "exercises.h"

void correlate_1d(const float *x, int w, const float *k, int kw, float *y)
{
    for (int i = 0; i < w - kw + 1; i++) {
        float sum = 0;
        for (int u = 0; u < kw; u++)
            sum += x[i + u] * k[kw - 1 - u];
        y[i] = sum;
    }
}
