// expect: verdict=pass
// Collected, with a test.
#include "exercises.h"

void correlate_transpose_2d(const float *y, int oh, int ow, const float *k,
                            int kh, int kw, float *x)
{
    int h = oh + kh - 1, w = ow + kw - 1;
    for (int r = 0; r < h; r++)
        for (int c = 0; c < w; c++) {
            float sum = 0;
            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++) {
                    int i = r - u, j = c - v;
                    if (i >= 0 && i < oh && j >= 0 && j < ow)
                        sum += y[i * ow + j] * k[u * kw + v];
                }
            x[r * w + c] = sum;
        }
}
