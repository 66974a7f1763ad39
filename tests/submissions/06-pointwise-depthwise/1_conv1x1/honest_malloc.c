// expect: verdict=pass
// Channels last in between, in memory of its own.
#include "exercises.h"
#include <stdlib.h>

void conv1x1(const float *x, int n, int c_in, int h, int w, const float *weight,
             int c_out, const float *bias, float *y)
{
    float *t = malloc(sizeof(float) * (size_t)c_in);
    for (int b = 0; b < n; b++)
        for (int i = 0; i < h * w; i++) {
            for (int c = 0; c < c_in; c++)
                t[c] = x[(b * c_in + c) * h * w + i];
            for (int o = 0; o < c_out; o++) {
                float sum = bias[o];
                for (int c = 0; c < c_in; c++)
                    sum += t[c] * weight[o * c_in + c];
                y[(b * c_out + o) * h * w + i] = sum;
            }
        }
    free(t);
}
