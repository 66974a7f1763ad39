// expect: verdict=wrong_answer misconception=S01
// The steps are counted, not the windows.
#include "exercises.h"

void correlate_2d_dilated(const float *x, int h, int w, const float *k, int kh,
                          int kw, int sh, int sw, int dh, int dw, float *y)
{
    int oh = (h - (dh * (kh - 1) + 1)) / sh;
    int ow = (w - (dw * (kw - 1) + 1)) / sw;

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
