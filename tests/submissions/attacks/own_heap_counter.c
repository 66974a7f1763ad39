// expect: exercise=nchw_to_nhwc verdict=leak row=19 points=max-1
/* Functions named as those that count blocks. */
#include "exercises.h"

#include <stdlib.h>

void runner_free(void *p);
void runner_free(void *p)
{
    (void)p;
}
void heap_end(void *r);
void heap_end(void *r)
{
    (void)r;
}

void nchw_to_nhwc(const float *x, int n, int c_in, int h, int w, float *y)
{
    for (int p = 0; p < n * h * w; p++)
        for (int c = 0; c < c_in; c++)
            y[p * c_in + c] = x[(p / (h * w) * c_in + c) * h * w + p % (h * w)];
    void *volatile lost = malloc(64);
    (void)lost;
}
