// expect: verdict=memory_error
// Reads left and right of the signal, as if zeros lay there.
#include "exercises.h"

void convolve_full_1d(const float *x, int w, const float *k, int kw, float *y)
{
    for (int n = 0; n < w + kw - 1; n++) {
        float sum = 0;
        for (int u = 0; u < kw; u++)
            sum += x[n - u] * k[u];
        y[n] = sum;
    }
}
