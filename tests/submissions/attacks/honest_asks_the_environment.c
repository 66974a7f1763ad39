// expect: exercise=correlate_1d verdict=pass row=honest
/* Looks for a variable that turns on printing. */
#include "exercises.h"

#include <stdio.h>
#include <stdlib.h>

void correlate_1d(const float *x, int w, const float *k, int kw, float *y)
{
    if (getenv("DEBUG") != NULL)
        puts("debug");
    for (int i = 0; i < w - kw + 1; i++) {
        y[i] = 0;
        for (int u = 0; u < kw; u++)
            y[i] += x[i + u] * k[u];
    }
}
