// expect: exercise=global_avg_pool verdict=wrong_answer row=17
/* Sums go on where the last call left them. */
#include "exercises.h"

void global_avg_pool(const float *x, int n, int c, int h, int w, float *y)
{
    static float sum;
    for (int p = 0; p < n * c; p++) {
        for (int i = 0; i < h * w; i++)
            sum += x[p * h * w + i];
        y[p] = sum / (float)(h * w);
    }
}
