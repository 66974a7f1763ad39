// expect: verdict=pass
// A test for every product, in double.
#include "exercises.h"

void convolve_full_1d(const float *x, int w, const float *k, int kw, float *y)
{
    for (int n = 0; n < w + kw - 1; ++n) {
        double sum = 0.0;
        for (int u = 0; u < kw; ++u)
            if (n - u >= 0 && n - u < w)
                sum += (double)x[n - u] * (double)k[u];
        y[n] = (float)sum;
    }
}
