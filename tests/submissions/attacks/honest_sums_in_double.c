// expect: exercise=correlate_1d verdict=pass row=honest
/* Adds up more exactly than it must. */
#include "exercises.h"

void correlate_1d(const float *x, int w, const float *k, int kw, float *y)
{
    for (int i = 0; i < w - kw + 1; i++) {
        double sum = 0;
        for (int u = kw - 1; u >= 0; u--)
            sum += (double)x[i + u] * (double)k[u];
        y[i] = (float)sum;
    }
}
