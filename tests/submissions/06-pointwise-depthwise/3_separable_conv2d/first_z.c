// expect: verdict=wrong_answer misconception=SP12
// c is missing where z is read.
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
                float s = 0;
                for (int u = 0; u < kh; u++)
                    for (int v = 0; v < kw; v++)
                        s += x[(c * h + i + u) * w + j + v] *
                             depth[(c * kh + u) * kw + v];
                z[(c * oh + i) * ow + j] = s;
            }
    for (int o = 0; o < c_out; o++)
        for (int q = 0; q < oh * ow; q++) {
            float s = bias[o];
            for (int c = 0; c < c_in; c++)
                s += point[o * c_in + c] * z[q];
            y[o * oh * ow + q] = s;
        }
    free(z);
}
