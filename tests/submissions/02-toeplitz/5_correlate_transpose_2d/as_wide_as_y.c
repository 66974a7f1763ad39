// expect: verdict=wrong_answer misconception=CT2
// Rows of x as long as those of y.
#include "exercises.h"

void correlate_transpose_2d(const float *y, int oh, int ow, const float *k,
                            int kh, int kw, float *x)
{
    int h = oh + kh - 1, w = ow + kw - 1;
    for (int n = 0; n < h * w; n++)
        x[n] = 0;
    for (int i = 0; i < oh; i++)
        for (int j = 0; j < ow; j++)
            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++)
                    x[(i + u) * ow + j + v] += y[i * ow + j] * k[u * kw + v];
}
