// expect: verdict=memory_error
// Scales the kernel in place, which is only to be read.
#include "exercises.h"

void correlate_1d(const float *x, int w, const float *k, int kw, float *y)
{
    float *mine = (float *)k;
    for (int u = 0; u < kw; u++)
        mine[u] *= 0.5f;
    for (int i = 0; i < w - kw + 1; i++) {
        y[i] = 0;
        for (int u = 0; u < kw; u++)
            y[i] += 2 * x[i + u] * mine[u];
    }
}
