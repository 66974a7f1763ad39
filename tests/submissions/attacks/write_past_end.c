// expect: exercise=global_avg_pool verdict=memory_error row=17
/* Writes one element behind the output. */
#include "exercises.h"

void global_avg_pool(const float *x, int n, int c, int h, int w, float *y)
{
    for (int p = 0; p < n * c; p++) {
        float sum = 0;
        for (int i = 0; i < h * w; i++)
            sum += x[p * h * w + i];
        y[p] = sum / (float)(h * w);
    }
    y[n * c] = 0;
}
