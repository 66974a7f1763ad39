// expect: verdict=wrong_answer misconception=C08
// The products are added to whatever was there.
#include "exercises.h"

void convolve_full_1d(const float *x, int w, const float *k, int kw, float *y)
{
    for (int m = 0; m < w; m++)
        for (int u = 0; u < kw; u++)
            y[m + u] += x[m] * k[u];
}
