// expect: verdict=pass
// x = x[0] + t times the rest: the rest is multiplied first.
#include "exercises.h"

void convolve_full_1d(const float *x, int w, const float *k, int kw, float *y)
{
    if (w == 1) {
        for (int u = 0; u < kw; u++)
            y[u] = x[0] * k[u];
        return;
    }
    convolve_full_1d(x + 1, w - 1, k, kw, y + 1);
    y[0] = 0;
    for (int u = 0; u < kw; u++)
        y[u] += x[0] * k[u];
}
