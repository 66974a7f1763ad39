// expect: verdict=pass
// A padded copy, its windows as columns, and a product.
#include "exercises.h"
#include <stdlib.h>
#include <string.h>
void depthwise_conv2d(const float *x, int c, int h, int w, const float *weight,
                      int m, int kh, int kw, const float *bias, int s, int p,
                      float *y)
{
    int oh = (h + 2 * p - kh) / s + 1, ow = (w + 2 * p - kw) / s + 1,
        ph = h + 2 * p, pw = w + 2 * p;
    float *pad = calloc((size_t)(ph * pw), sizeof *pad);
    float *cols = malloc(sizeof *cols * (size_t)(kh * kw * oh * ow));
    for (int k = 0; k < c; k++) {
        for (int i = 0; i < h; i++)
            memcpy(pad + (i + p) * pw + p, x + (k * h + i) * w,
                   sizeof(float) * (size_t)w);
        for (int t = 0; t < kh * kw; t++)
            for (int q = 0; q < oh * ow; q++)
                cols[t * oh * ow + q] =
                    pad[(q / ow * s + t / kw) * pw + q % ow * s + t % kw];
        for (int o = k * m; o < (k + 1) * m; o++)
            for (int q = 0; q < oh * ow; q++) {
                double sum = bias[o];
                for (int t = kh * kw - 1; t >= 0; t--)
                    sum +=
                        (double)weight[o * kh * kw + t] * cols[t * oh * ow + q];
                y[o * oh * ow + q] = (float)sum;
            }
    }
    free(pad);
    free(cols);
}
