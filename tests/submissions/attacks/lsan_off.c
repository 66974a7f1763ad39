// expect: exercise=global_avg_pool verdict=leak row=19 points=max-1
/* Says that leaks are not looked for. */
#include "exercises.h"

#include <stdlib.h>

int __lsan_is_turned_off(void);
int __lsan_is_turned_off(void)
{
    return 1;
}

void global_avg_pool(const float *x, int n, int c, int h, int w, float *y)
{
    for (int p = 0; p < n * c; p++) {
        float sum = 0;
        for (int i = 0; i < h * w; i++)
            sum += x[p * h * w + i];
        y[p] = sum / (float)(h * w);
    }
    void *volatile lost = malloc(64);
    (void)lost;
}
