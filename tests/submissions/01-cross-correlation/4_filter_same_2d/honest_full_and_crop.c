// expect: verdict=pass
// Full convolution with the flipped kernel, then its middle.
#include "exercises.h"
#include <assert.h>
#include <stdlib.h>

void filter_same_2d(const float *x, int h, int w, const float *k, int kh,
                    int kw, float *y)
{
    int fw = w + kw - 1;
    double *full = calloc((size_t)((h + kh - 1) * fw), sizeof *full);
    assert(full != NULL);
    for (int r = 0; r < h; r++)
        for (int c = 0; c < w; c++)
            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++)
                    full[(r + u) * fw + c + v] +=
                        (double)x[r * w + c] *
                        k[(kh - 1 - u) * kw + (kw - 1 - v)];
    for (int i = 0; i < h; i++)
        for (int j = 0; j < w; j++)
            y[i * w + j] = (float)full[(i + kh / 2) * fw + j + kw / 2];
    free(full);
}
