// expect: verdict=pass
// The window is an array of its own that moves on by one.
#include "exercises.h"
#include <string.h>

void correlate_1d(const float *x, int w, const float *k, int kw, float *y)
{
    float window[kw];
    memcpy(window, x, sizeof window);
    for (int i = 0;; i++) {
        float sum = 0;
        for (int u = 0; u < kw; u++)
            sum += window[u] * k[u];
        y[i] = sum;
        if (i + kw == w)
            return;
        memmove(window, window + 1, sizeof window - sizeof *window);
        window[kw - 1] = x[i + kw];
    }
}
