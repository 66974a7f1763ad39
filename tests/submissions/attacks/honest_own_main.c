// expect: exercise=conv1x1 verdict=pass row=honest
/* A main of its own, to try things at home. */
#include "exercises.h"

#include <stdio.h>

void conv1x1(const float *x, int n, int c_in, int h, int w, const float *weight,
             int c_out, const float *bias, float *y)
{
    for (int q = 0; q < n * c_out * h * w; q++) {
        int b = q / (c_out * h * w), o = q / (h * w) % c_out, i = q % (h * w);
        float sum = bias[o];
        for (int c = 0; c < c_in; c++)
            sum += weight[o * c_in + c] * x[(b * c_in + c) * h * w + i];
        y[q] = sum;
    }
}

int main(void)
{
    float x = 2, weight = 3, bias = 1, y = 0;
    conv1x1(&x, 1, 1, 1, 1, &weight, 1, &bias, &y);
    printf("%g\n", (double)y);
    return 0;
}
