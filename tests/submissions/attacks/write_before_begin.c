// expect: exercise=nchw_to_nhwc verdict=memory_error row=17
/* Writes one element before the output. */
#include "exercises.h"

void nchw_to_nhwc(const float *x, int n, int c_in, int h, int w, float *y)
{
    for (int p = 0; p < n * h * w; p++)
        for (int c = 0; c < c_in; c++)
            y[p * c_in + c] = x[(p / (h * w) * c_in + c) * h * w + p % (h * w)];
    y[-1] = 0;
}
