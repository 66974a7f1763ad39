// expect: verdict=pass
// The loop's bounds say where both exist.
#include "exercises.h"

void convolve_full_1d(const float *x, int w, const float *k, int kw, float *y)
{
    for (int n = 0; n < w + kw - 1; n++) {
        int first = n - kw + 1 > 0 ? n - kw + 1 : 0;
        int last = n < w - 1 ? n : w - 1;
        float sum = 0;
        for (int m = last; m >= first; m--)
            sum += x[m] * k[n - m];
        y[n] = sum;
    }
}
