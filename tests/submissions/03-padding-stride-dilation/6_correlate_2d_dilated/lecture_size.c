// expect: verdict=wrong_answer misconception=S06
// Sizes with d*k: windows are missing.
#include "exercises.h"

void correlate_2d_dilated(const float *x, int h, int w, const float *k, int kh,
                          int kw, int sh, int sw, int dh, int dw, float *y)
{
    int oh = (h - dh * kh) / sh + 1, ow = (w - dw * kw) / sw + 1;

    for (int i = 0; i < oh; i++)
        for (int j = 0; j < ow; j++) {
            float sum = 0;

            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++)
                    sum += x[(i * sh + u * dh) * w + (j * sw + v * dw)] *
                           k[u * kw + v];
            y[i * ow + j] = sum;
        }
}
