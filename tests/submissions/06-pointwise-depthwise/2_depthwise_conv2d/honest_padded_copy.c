// expect: verdict=pass
// A padded copy of each plane first.
#include "exercises.h"
#include <stdlib.h>

void depthwise_conv2d(const float *x, int c, int h, int w, const float *weight,
                      int m, int kh, int kw, const float *bias, int s, int p,
                      float *y)
{
    int oh = (h + 2 * p - kh) / s + 1, ow = (w + 2 * p - kw) / s + 1;
    int hp = h + 2 * p, wp = w + 2 * p;
    float *t = malloc(sizeof(float) * (size_t)(hp * wp));
    for (int o = 0; o < c * m; o++) {
        for (int i = 0; i < hp * wp; i++)
            t[i] = 0;
        for (int i = 0; i < h; i++)
            for (int j = 0; j < w; j++)
                t[(i + p) * wp + j + p] = x[(o / m * h + i) * w + j];
        for (int i = 0; i < oh; i++)
            for (int j = 0; j < ow; j++) {
                float sum = bias[o];
                for (int u = 0; u < kh; u++)
                    for (int v = 0; v < kw; v++)
                        sum += t[(i * s + u) * wp + j * s + v] *
                               weight[(o * kh + u) * kw + v];
                y[(o * oh + i) * ow + j] = sum;
            }
    }
    free(t);
}
