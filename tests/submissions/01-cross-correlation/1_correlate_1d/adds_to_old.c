// expect: verdict=wrong_answer misconception=C08
// y is added to before it was set.
#include "exercises.h"

void correlate_1d(const float *x, int w, const float *k, int kw, float *y)
{
    for (int i = 0; i < w - kw + 1; i++)
        for (int u = 0; u < kw; u++)
            y[i] += x[i + u] * k[u];
}
