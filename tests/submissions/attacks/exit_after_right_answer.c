// expect: exercise=correlate_1d verdict=crash row=1
/* Computes everything, then ends the process before the shim can see whether
 * it is right. */
#include "exercises.h"

#include <stdlib.h>

void correlate_1d(const float *x, int w, const float *k, int kw, float *y)
{
    for (int i = 0; i < w - kw + 1; i++) {
        y[i] = 0;
        for (int u = 0; u < kw; u++)
            y[i] += x[i + u] * k[u];
    }
    exit(0);
}
