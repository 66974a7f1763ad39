// expect: verdict=pass
// Channels and their kernels in two loops.
#include "exercises.h"

void depthwise_conv2d(const float *x, int c, int h, int w, const float *weight,
                      int m, int kh, int kw, const float *bias, int s, int p,
                      float *y)
{
    int oh = (h + 2 * p - kh) / s + 1, ow = (w + 2 * p - kw) / s + 1;
    for (int a = 0; a < c; a++)
        for (int q = 0; q < m; q++)
            for (int i = 0; i < oh; i++)
                for (int j = 0; j < ow; j++) {
                    int o = a * m + q;
                    float sum = 0;
                    for (int v = kw - 1; v >= 0; v--)
                        for (int u = kh - 1; u >= 0; u--) {
                            int row = i * s + u - p, col = j * s + v - p;
                            if (row < 0 || row >= h || col < 0 || col >= w)
                                continue;
                            sum += x[a * h * w + row * w + col] *
                                   weight[o * kh * kw + u * kw + v];
                        }
                    y[o * oh * ow + i * ow + j] = sum + bias[o];
                }
}
