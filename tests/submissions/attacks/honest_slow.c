// expect: exercise=conv1x1 verdict=pass row=honest
/* Thinks for a twentieth of a second. */
#define _GNU_SOURCE
#include "exercises.h"

#include <time.h>

void conv1x1(const float *x, int n, int c_in, int h, int w, const float *weight,
             int c_out, const float *bias, float *y)
{
    static int calls;
    const struct timespec nap = {0, 3000000};
    if (calls++ == 0)
        nanosleep(&nap, NULL);
    for (int q = 0; q < n * c_out * h * w; q++) {
        int b = q / (c_out * h * w), o = q / (h * w) % c_out, i = q % (h * w);
        float sum = bias[o];
        for (int c = 0; c < c_in; c++)
            sum += weight[o * c_in + c] * x[(b * c_in + c) * h * w + i];
        y[q] = sum;
    }
}
