// expect: verdict=pass
// Calls itself with the two exchanged when the kernel is longer.
#include "exercises.h"

void convolve_full_1d(const float *x, int w, const float *k, int kw, float *y)
{
    if (kw > w) {
        convolve_full_1d(k, kw, x, w, y);
        return;
    }
    for (int n = 0; n < w + kw - 1; n++) {
        y[n] = 0;
        for (int u = 0; u < kw && u <= n; u++)
            if (n - u < w)
                y[n] += x[n - u] * k[u];
    }
}
