// expect: verdict=pass
// By the matrix itself.
#include "exercises.h"
#include <stdlib.h>

void correlate_transpose_2d(const float *y, int oh, int ow, const float *k,
                            int kh, int kw, float *x)
{
    int h = oh + kh - 1, w = ow + kw - 1;
    int m = oh * ow, n = h * w;
    float *U = calloc((size_t)m * (size_t)n, sizeof *U);
    if (U == NULL)
        return;
    for (int i = 0; i < oh; i++)
        for (int j = 0; j < ow; j++)
            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++)
                    U[(i * ow + j) * n + (i + u) * w + j + v] = k[u * kw + v];
    for (int p = 0; p < n; p++) {
        float sum = 0;
        for (int q = 0; q < m; q++)
            sum += U[q * n + p] * y[q];
        x[p] = sum;
    }
    free(U);
}
