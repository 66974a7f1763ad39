// expect: verdict=pass
// A copy with a rim of zeros, filtered at valid size.
#include "exercises.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>

void filter_same_2d(const float *x, int h, int w, const float *k, int kh,
                    int kw, float *y)
{
    int ph = kh / 2, pw = kw / 2, pitch = w + 2 * pw;
    float *rim = calloc((size_t)((h + 2 * ph) * pitch), sizeof *rim);
    assert(rim != NULL);
    for (int i = 0; i < h; i++)
        memcpy(rim + (i + ph) * pitch + pw, x + i * w, sizeof *x * (size_t)w);
    for (int i = 0; i < h; i++)
        for (int j = 0; j < w; j++) {
            float sum = 0;
            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++)
                    sum += rim[(i + u) * pitch + j + v] * k[u * kw + v];
            y[i * w + j] = sum;
        }
    free(rim);
}
