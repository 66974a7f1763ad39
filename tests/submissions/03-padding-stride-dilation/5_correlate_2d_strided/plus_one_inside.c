// expect: verdict=wrong_answer misconception=S02
// The size of stride 1, divided by the stride.
#include "exercises.h"

void correlate_2d_strided(const float *x, int h, int w, const float *k, int kh,
                          int kw, int sh, int sw, float *y)
{
    int oh = (h - kh + 1) / sh, ow = (w - kw + 1) / sw;

    for (int i = 0; i < oh; i++)
        for (int j = 0; j < ow; j++) {
            float sum = 0;

            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++)
                    sum += x[(i * sh + u) * w + (j * sw + v)] * k[u * kw + v];
            y[i * ow + j] = sum;
        }
}
