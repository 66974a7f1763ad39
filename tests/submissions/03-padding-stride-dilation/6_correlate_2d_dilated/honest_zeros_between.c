// expect: verdict=pass
// A larger kernel with zeros in its gaps.
#include "exercises.h"
#include <assert.h>
#include <stdlib.h>

void correlate_2d_dilated(const float *x, int h, int w, const float *k, int kh,
                          int kw, int sh, int sw, int dh, int dw, float *y)
{
    int eh = dh * (kh - 1) + 1, ew = dw * (kw - 1) + 1, n = 0;
    float *spread = calloc((size_t)(eh * ew), sizeof(float));

    assert(spread != NULL);
    for (int u = 0; u < kh; u++)
        for (int v = 0; v < kw; v++)
            spread[u * dh * ew + v * dw] = k[u * kw + v];
    for (int i = 0; i + eh <= h; i += sh)
        for (int j = 0; j + ew <= w; j += sw) {
            float sum = 0;

            for (int u = 0; u < eh; u++)
                for (int v = 0; v < ew; v++)
                    sum += x[(i + u) * w + j + v] * spread[u * ew + v];
            y[n++] = sum;
        }
    free(spread);
}
