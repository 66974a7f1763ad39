#include "exercises.h"

/* One window of one channel. */
static float depthwise(const float *x, int w, const float *k, int kh, int kw)
{
    float sum = 0;

    for (int u = 0; u < kh; u++)
        for (int v = 0; v < kw; v++)
            sum += x[u * w + v] * k[u * kw + v];
    return sum;
}

/* z[c, i, j] is needed once for every o: compute it once, hand it out to all.
 * To compute it inside the loop over o would give the saving away. */
void separable_conv2d(const float *x, int c_in, int h, int w,
                      const float *depth, int kh, int kw, const float *point,
                      int c_out, const float *bias, float *y)
{
    int oh = h - kh + 1;
    int ow = w - kw + 1;

    for (int o = 0; o < c_out; o++)
        for (int i = 0; i < oh * ow; i++)
            y[o * oh * ow + i] = bias[o];
    for (int c = 0; c < c_in; c++)
        for (int i = 0; i < oh; i++)
            for (int j = 0; j < ow; j++) {
                float z = depthwise(x + (c * h + i) * w + j, w,
                                    depth + c * kh * kw, kh, kw);

                for (int o = 0; o < c_out; o++)
                    y[(o * oh + i) * ow + j] += point[o * c_in + c] * z;
            }
}
