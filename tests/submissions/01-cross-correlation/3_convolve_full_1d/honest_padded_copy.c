// expect: verdict=pass
// A copy with zeros on both sides, correlated with the flipped kernel.
#include "exercises.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>

void convolve_full_1d(const float *x, int w, const float *k, int kw, float *y)
{
    int pad = kw - 1;
    float *padded = calloc((size_t)(w + 2 * pad), sizeof *padded);
    assert(padded != NULL);
    memcpy(padded + pad, x, sizeof *x * (size_t)w);
    for (int n = 0; n < w + pad; n++) {
        float sum = 0;
        for (int u = 0; u < kw; u++)
            sum += padded[n + u] * k[kw - 1 - u];
        y[n] = sum;
    }
    free(padded);
}
