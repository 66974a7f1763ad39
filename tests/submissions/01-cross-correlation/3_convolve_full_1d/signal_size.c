// expect: verdict=wrong_answer misconception=FC7
// Stops after w numbers.
#include "exercises.h"

void convolve_full_1d(const float *x, int w, const float *k, int kw, float *y)
{
    for (int n = 0; n < w; n++) {
        float sum = 0;
        for (int u = 0; u < kw; u++)
            if (n - u >= 0)
                sum += x[n - u] * k[u];
        y[n] = sum;
    }
}
