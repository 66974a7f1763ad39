// expect: verdict=wrong_answer misconception=CT12
// Collects from y[r+u, c+v].
#include "exercises.h"

void correlate_transpose_2d(const float *y, int oh, int ow, const float *k,
                            int kh, int kw, float *x)
{
    int h = oh + kh - 1, w = ow + kw - 1;
    for (int r = 0; r < h; r++)
        for (int c = 0; c < w; c++) {
            float sum = 0;
            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++)
                    if (r + u < oh && c + v < ow)
                        sum += y[(r + u) * ow + c + v] * k[u * kw + v];
            x[r * w + c] = sum;
        }
}
