// expect: verdict=pass
// All of z in memory of its own.
#include "exercises.h"
#include <stdlib.h>

void separable_conv2d(const float *x, int c_in, int h, int w,
                      const float *depth, int kh, int kw, const float *point,
                      int c_out, const float *bias, float *y)
{
    int oh = h - kh + 1, ow = w - kw + 1;
    float *z = malloc(sizeof(float) * (size_t)(c_in * oh * ow));
    for (int c = 0; c < c_in; c++)
        for (int i = 0; i < oh; i++)
            for (int j = 0; j < ow; j++) {
                float sum = 0;
                for (int u = 0; u < kh; u++)
                    for (int v = 0; v < kw; v++)
                        sum += x[(c * h + i + u) * w + j + v] *
                               depth[(c * kh + u) * kw + v];
                z[(c * oh + i) * ow + j] = sum;
            }
    for (int o = 0; o < c_out; o++)
        for (int i = 0; i < oh * ow; i++) {
            double sum = 0;
            for (int c = c_in - 1; c >= 0; c--)
                sum += (double)point[o * c_in + c] * z[c * oh * ow + i];
            y[o * oh * ow + i] = (float)(sum + bias[o]);
        }
    free(z);
}
