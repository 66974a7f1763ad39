// expect: verdict=pass
// Fused multiply-adds, which round once and not twice.
#include "exercises.h"
#include <math.h>

void correlate_1d(const float *x, int w, const float *k, int kw, float *y)
{
    for (int i = 0; i <= w - kw; ++i) {
        y[i] = 0.0f;
        for (int u = 0; u < kw; ++u)
            y[i] = fmaf(x[i + u], k[u], y[i]);
    }
}
