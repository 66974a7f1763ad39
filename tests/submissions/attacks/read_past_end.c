// expect: exercise=correlate_1d verdict=memory_error row=17
/* Reads one element behind the signal. */
#include "exercises.h"

void correlate_1d(const float *x, int w, const float *k, int kw, float *y)
{
    for (int i = 0; i < w - kw + 1; i++) {
        y[i] = 0;
        for (int u = 0; u < kw; u++)
            y[i] += x[i + u] * k[u];
    }
    y[0] += x[w] * 0;
}
