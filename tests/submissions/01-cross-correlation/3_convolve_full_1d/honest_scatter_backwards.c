// expect: verdict=pass
// Kernel outside, both from the end, y cleared by memset.
#include "exercises.h"
#include <string.h>

void convolve_full_1d(const float *x, int w, const float *k, int kw, float *y)
{
    memset(y, 0, sizeof *y * (size_t)(w + kw - 1));
    for (int u = kw; u-- > 0;)
        for (int m = w; m-- > 0;)
            y[u + m] += k[u] * x[m];
}
