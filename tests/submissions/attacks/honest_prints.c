// expect: exercise=correlate_1d verdict=pass row=honest
/* Prints what it does, as one does while looking for a mistake. */
#include "exercises.h"

#include <stdio.h>

void correlate_1d(const float *x, int w, const float *k, int kw, float *y)
{
    printf("w = %d, kw = %d\n", w, kw);
    for (int i = 0; i < w - kw + 1; i++) {
        y[i] = 0;
        for (int u = 0; u < kw; u++)
            y[i] += x[i + u] * k[u];
    }
    for (int i = 0; i < w - kw + 1; i++)
        fprintf(stderr, "y[%d] = %g\n", i, (double)y[i]);
}
