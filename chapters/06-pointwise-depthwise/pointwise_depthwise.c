#include "pointwise_depthwise.h"

#include <stddef.h>

void naive_conv1x1(const float *x, int n, int c_in, int h, int w,
                   const float *weight, int c_out, const float *bias, float *y)
{
    for (int b = 0; b < n; b++)
        for (int o = 0; o < c_out; o++)
            for (int i = 0; i < h; i++)
                for (int j = 0; j < w; j++) {
                    float sum =
                        bias[o]; /* over c: weight[o, c] x[b, c, i, j] */

                    for (int c = 0; c < c_in; c++)
                        sum += weight[o * c_in + c] *
                               x[((b * c_in + c) * h + i) * w + j];
                    y[((b * c_out + o) * h + i) * w + j] = sum;
                }
}

void naive_depthwise_conv2d(const float *x, int c_in, int h, int w,
                            const float *weight, int m, int kh, int kw,
                            const float *bias, float *y)
{
    int oh = h - kh + 1;
    int ow = w - kw + 1;

    for (int o = 0; o < c_in * m; o++)
        for (int i = 0; i < oh; i++)
            for (int j = 0; j < ow; j++) {
                float sum = bias == NULL ? 0 : bias[o];

                for (int u = 0; u < kh; u++)
                    for (int v = 0; v < kw; v++)
                        sum += x[(o / m * h + (i + u)) * w + (j + v)] *
                               weight[(o * kh + u) * kw + v];
                y[(o * oh + i) * ow + j] = sum;
            }
}

void naive_separable_conv2d(const float *x, int c_in, int h, int w,
                            const float *depth, int kh, int kw,
                            const float *point, int c_out, const float *bias,
                            float *z, float *y)
{
    int oh = h - kh + 1;
    int ow = w - kw + 1;

    naive_depthwise_conv2d(x, c_in, h, w, depth, 1, kh, kw, NULL, z);
    naive_conv1x1(z, 1, c_in, oh, ow, point, c_out, bias, y);
}

void naive_outer_product(const float *col, int kh, const float *row, int kw,
                         float *k)
{
    for (int u = 0; u < kh; u++)
        for (int v = 0; v < kw; v++)
            k[u * kw + v] = col[u] * row[v];
}
