// expect: exercise=global_avg_pool verdict=pass row=honest
/* Uses a megabyte of stack. */
#include "exercises.h"

void global_avg_pool(const float *x, int n, int c, int h, int w, float *y)
{
    volatile char big[1 << 20];
    for (int i = 0; i < 1 << 20; i += 512)
        big[i] = 1;
    for (int p = 0; p < n * c; p++) {
        float sum = 0;
        for (int i = 0; i < h * w; i++)
            sum += x[p * h * w + i];
        y[p] = sum / (float)(h * w);
    }
}
