// expect: verdict=pass
// The kernel outside, whole signals added up, y cleared by memset.
#include "exercises.h"
#include <string.h>

void correlate_1d(const float *x, int w, const float *k, int kw, float *y)
{
    size_t ow = (size_t)(w - kw + 1);
    memset(y, 0, ow * sizeof *y);
    for (int u = 0; u < kw; u++)
        for (size_t i = 0; i < ow; i++)
            y[i] += k[u] * x[i + (size_t)u];
}
