// expect: exercise=nchw_to_nhwc verdict=pass row=honest
/* A block for every pixel, all given back. */
#include "exercises.h"

#include <stdlib.h>

void nchw_to_nhwc(const float *x, int n, int c_in, int h, int w, float *y)
{
    for (int p = 0; p < n * h * w; p++) {
        float *pixel = calloc((size_t)c_in, sizeof *pixel);
        for (int c = 0; c < c_in; c++)
            pixel[c] = x[(p / (h * w) * c_in + c) * h * w + p % (h * w)];
        for (int c = 0; c < c_in; c++)
            y[p * c_in + c] = pixel[c];
        free(pixel);
    }
}
