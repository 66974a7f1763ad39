// expect: verdict=memory_error
// An output for every sample: reads and writes outside.
#include "exercises.h"

void correlate_1d(const float *x, int w, const float *k, int kw, float *y)
{
    for (int i = 0; i < w; i++) {
        float sum = 0;
        for (int u = 0; u < kw; u++)
            sum += x[i + u] * k[u];
        y[i] = sum;
    }
}
