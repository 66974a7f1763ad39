// expect: exercise=max_pool_1d verdict=pass row=honest
/* Measures how long it takes. */
#include "exercises.h"

#include <stdio.h>
#include <time.h>

void max_pool_1d(const float *x, int w, int kw, float *y)
{
    clock_t begin = clock();
    time_t now = time(NULL);
    for (int i = 0; i < w / kw; i++) {
        y[i] = x[i * kw];
        for (int v = 1; v < kw; v++)
            if (x[i * kw + v] > y[i])
                y[i] = x[i * kw + v];
    }
    printf("%ld ticks since %ld\n", (long)(clock() - begin), (long)now);
}
