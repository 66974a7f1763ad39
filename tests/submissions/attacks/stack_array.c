// expect: exercise=global_avg_pool verdict=crash row=13
/* A local array larger than any stack. */
#include "exercises.h"

void global_avg_pool(const float *x, int n, int c, int h, int w, float *y)
{
    volatile char big[64 << 20];
    for (int i = 0; i < 64 << 20; i += 4096)
        big[i] = 1;
    y[0] = big[n];
}
