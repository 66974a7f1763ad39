// expect: verdict=pass
// Outputs from the last to the first.
#include "exercises.h"

void correlate_transpose_2d(const float *y, int oh, int ow, const float *k,
                            int kh, int kw, float *x)
{
    int h = oh + kh - 1, w = ow + kw - 1;
    for (int n = 0; n < h * w; n++)
        x[n] = 0;
    for (int i = oh - 1; i >= 0; i--)
        for (int j = ow - 1; j >= 0; j--)
            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++)
                    x[(i + u) * w + j + v] += y[i * ow + j] * k[u * kw + v];
}
