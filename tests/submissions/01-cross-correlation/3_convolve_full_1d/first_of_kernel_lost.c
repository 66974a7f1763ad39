// expect: verdict=wrong_answer misconception=FC16
// A > 0 where >= 0 is meant, in the index of the kernel.
#include "exercises.h"

void convolve_full_1d(const float *x, int w, const float *k, int kw, float *y)
{
    for (int n = 0; n < w + kw - 1; n++) {
        y[n] = 0;
        for (int m = 0; m < w; m++)
            if (n - m > 0 && n - m < kw)
                y[n] += x[m] * k[n - m];
    }
}
