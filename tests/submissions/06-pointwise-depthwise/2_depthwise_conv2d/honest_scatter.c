// expect: verdict=pass
// Every pixel adds itself to the outputs that see it.
#include "exercises.h"
void depthwise_conv2d(const float *x, int c, int h, int w, const float *weight,
                      int m, int kh, int kw, const float *bias, int s, int p,
                      float *y)
{
    int oh = (h + 2 * p - kh) / s + 1, ow = (w + 2 * p - kw) / s + 1;
    for (int k = 0; k < c; k++)
        for (int l = 0; l < m; l++) {
            int o = k * m + l;
            for (int q = 0; q < oh * ow; q++)
                y[o * oh * ow + q] = bias[o];
            for (int r = 0; r < h; r++)
                for (int q = 0; q < w; q++)
                    for (int u = 0; u < kh; u++)
                        for (int v = 0; v < kw; v++) {
                            int a = r + p - u, b = q + p - v;
                            if (a < 0 || b < 0 || a % s || b % s ||
                                a / s >= oh || b / s >= ow)
                                continue;
                            y[(o * oh + a / s) * ow + b / s] +=
                                x[(k * h + r) * w + q] *
                                weight[(o * kh + u) * kw + v];
                        }
        }
}
