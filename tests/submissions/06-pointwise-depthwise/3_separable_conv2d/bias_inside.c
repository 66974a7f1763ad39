// expect: verdict=wrong_answer misconception=N09
// The bias inside the sum.
#include "exercises.h"

void separable_conv2d(const float *x, int c_in, int h, int w,
                      const float *depth, int kh, int kw, const float *point,
                      int c_out, const float *bias, float *y)
{
    int oh = h - kh + 1, ow = w - kw + 1;
    for (int o = 0; o < c_out; o++)
        for (int i = 0; i < oh; i++)
            for (int j = 0; j < ow; j++) {
                float sum = 0;
                for (int c = 0; c < c_in; c++) {
                    float z = 0;
                    for (int u = 0; u < kh; u++)
                        for (int v = 0; v < kw; v++)
                            z += x[(c * h + i + u) * w + j + v] *
                                 depth[(c * kh + u) * kw + v];
                    sum += bias[o] + point[o * c_in + c] * z;
                }
                y[(o * oh + i) * ow + j] = sum;
            }
}
