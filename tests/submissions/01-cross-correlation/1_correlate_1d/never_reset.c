// expect: verdict=wrong_answer misconception=C07
// The sum is set to 0 once, outside the loops.
#include "exercises.h"

void correlate_1d(const float *x, int w, const float *k, int kw, float *y)
{
    float sum = 0;
    for (int i = 0; i < w - kw + 1; i++) {
        for (int u = 0; u < kw; u++)
            sum += x[i + u] * k[u];
        y[i] = sum;
    }
}
