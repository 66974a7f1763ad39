// expect: verdict=wrong_answer misconception=FC17
// Clears w numbers, not w+kw-1.
#include "exercises.h"

void convolve_full_1d(const float *x, int w, const float *k, int kw, float *y)
{
    for (int n = 0; n < w; n++)
        y[n] = 0;
    for (int m = 0; m < w; m++)
        for (int u = 0; u < kw; u++)
            y[m + u] += x[m] * k[u];
}
