// expect: verdict=pass
// Sums in double, in memory of its own.
#include "exercises.h"
#include <stdlib.h>

void correlate_transpose_2d(const float *y, int oh, int ow, const float *k,
                            int kh, int kw, float *x)
{
    int h = oh + kh - 1, w = ow + kw - 1;
    double *sum = calloc((size_t)h * (size_t)w, sizeof *sum);
    if (sum == NULL)
        return;
    for (int i = 0; i < oh; i++)
        for (int j = 0; j < ow; j++)
            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++)
                    sum[(i + u) * w + j + v] +=
                        (double)y[i * ow + j] * (double)k[u * kw + v];
    for (int n = 0; n < h * w; n++)
        x[n] = (float)sum[n];
    free(sum);
}
