// expect: exercise=global_avg_pool verdict=pass row=honest
/* A buffer that is kept for the next call and grows when needed. */
#include "exercises.h"

#include <stdlib.h>

void global_avg_pool(const float *x, int n, int c, int h, int w, float *y)
{
    static float *sums;
    static int room;
    if (room < n * c) {
        free(sums);
        room = n * c;
        sums = malloc(sizeof(float) * (size_t)room);
    }
    for (int p = 0; p < n * c; p++) {
        float sum = 0;
        for (int i = 0; i < h * w; i++)
            sum += x[p * h * w + i];
        sums[p] = sum / (float)(h * w);
    }
    for (int p = 0; p < n * c; p++)
        y[p] = sums[p];
}
