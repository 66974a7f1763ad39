// expect: exercise=global_avg_pool verdict=pass row=honest
/* Lets the library sort before it adds. */
#include "exercises.h"

#include <stdlib.h>
#include <string.h>

static int by_size(const void *a, const void *b)
{
    float l = *(const float *)a, r = *(const float *)b;
    return (l > r) - (l < r);
}

void global_avg_pool(const float *x, int n, int c, int h, int w, float *y)
{
    float *plane = malloc(sizeof(float) * (size_t)(h * w));
    for (int p = 0; p < n * c; p++) {
        memcpy(plane, x + p * h * w, sizeof(float) * (size_t)(h * w));
        qsort(plane, (size_t)(h * w), sizeof *plane, by_size);
        double sum = 0;
        for (int i = 0; i < h * w; i++)
            sum += (double)plane[i];
        y[p] = (float)(sum / (h * w));
    }
    free(plane);
}
