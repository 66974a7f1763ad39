// expect: verdict=pass
// Both loops from the end, the sum in long double.
#include "exercises.h"

void correlate_1d(const float *x, int w, const float *k, int kw, float *y)
{
    for (int i = w - kw; i >= 0; i--) {
        long double sum = 0;
        for (int u = kw - 1; u >= 0; u--)
            sum += (long double)x[i + u] * k[u];
        y[i] = (float)sum;
    }
}
