// expect: verdict=pass
// Windows copied into malloc'ed scratch first.
#include "exercises.h"
#include <assert.h>
#include <stdlib.h>

void correlate_2d(const float *x, int h, int w, const float *k, int kh, int kw,
                  float *y)
{
    int oh = h - kh + 1, ow = w - kw + 1, taps = kh * kw;
    float *patch = malloc(sizeof(float) * (size_t)taps);
    assert(patch != NULL);
    for (int p = 0; p < oh * ow; p++) {
        for (int t = 0; t < taps; t++)
            patch[t] = x[(p / ow + t / kw) * w + p % ow + t % kw];
        float sum = 0;
        for (int t = 0; t < taps; t++)
            sum += patch[t] * k[t];
        y[p] = sum;
    }
    free(patch);
}
