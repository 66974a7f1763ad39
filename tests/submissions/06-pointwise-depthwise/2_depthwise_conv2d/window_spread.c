// expect: verdict=wrong_answer misconception=D07
// The stride stands on u and v too.
#include "exercises.h"
void depthwise_conv2d(const float *x, int c, int h, int w, const float *weight,
                      int m, int kh, int kw, const float *bias, int s, int p,
                      float *y)
{
    int oh = (h + 2 * p - kh) / s + 1;
    int ow = (w + 2 * p - kw) / s + 1;
    for (int o = 0; o < c * m; o++)
        for (int i = 0; i < oh; i++)
            for (int j = 0; j < ow; j++) {
                float sum = bias[o];
                for (int u = 0; u < kh; u++)
                    for (int v = 0; v < kw; v++) {
                        int r = (i + u) * s - p, q = (j + v) * s - p;
                        if (r < 0 || r >= h || q < 0 || q >= w)
                            continue;
                        sum += x[(o / m * h + r) * w + q] *
                               weight[(o * kh + u) * kw + v];
                    }
                y[(o * oh + i) * ow + j] = sum;
            }
}
