// expect: verdict=wrong_answer misconception=C08
// x is not set to 0.
#include "exercises.h"

void correlate_transpose_2d(const float *y, int oh, int ow, const float *k,
                            int kh, int kw, float *x)
{
    int h = oh + kh - 1, w = ow + kw - 1;
    for (int i = 0; i < oh; i++)
        for (int j = 0; j < ow; j++)
            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++)
                    x[(i + u) * w + j + v] += y[i * ow + j] * k[u * kw + v];
}
