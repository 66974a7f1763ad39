// expect: exercise=global_avg_pool verdict=crash row=1
/* The first call is right, the second ends the process. */
#include "exercises.h"

#include <stdlib.h>

void global_avg_pool(const float *x, int n, int c, int h, int w, float *y)
{
    static int calls;
    if (calls++ > 0)
        exit(0);
    for (int p = 0; p < n * c; p++) {
        float sum = 0;
        for (int i = 0; i < h * w; i++)
            sum += x[p * h * w + i];
        y[p] = sum / (float)(h * w);
    }
}
