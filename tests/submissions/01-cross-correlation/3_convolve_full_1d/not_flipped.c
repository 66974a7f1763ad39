// expect: verdict=wrong_answer misconception=FC1
// Cross-correlation at full size.
#include "exercises.h"

void convolve_full_1d(const float *x, int w, const float *k, int kw, float *y)
{
    for (int n = 0; n < w + kw - 1; n++) {
        float sum = 0;
        for (int u = 0; u < kw; u++) {
            int m = n + u - (kw - 1);
            if (m >= 0 && m < w)
                sum += x[m] * k[u];
        }
        y[n] = sum;
    }
}
