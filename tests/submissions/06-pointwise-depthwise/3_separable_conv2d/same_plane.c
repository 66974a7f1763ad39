// expect: verdict=wrong_answer misconception=N05
// c is missing in the index of x.
#include "exercises.h"

void separable_conv2d(const float *x, int c_in, int h, int w,
                      const float *depth, int kh, int kw, const float *point,
                      int c_out, const float *bias, float *y)
{
    int oh = h - kh + 1, ow = w - kw + 1;
    for (int o = 0; o < c_out; o++)
        for (int i = 0; i < oh; i++)
            for (int j = 0; j < ow; j++) {
                float sum = bias[o];
                for (int c = 0; c < c_in; c++) {
                    float z = 0;
                    for (int u = 0; u < kh; u++)
                        for (int v = 0; v < kw; v++)
                            z += x[(i + u) * w + j + v] *
                                 depth[(c * kh + u) * kw + v];
                    sum += point[o * c_in + c] * z;
                }
                y[(o * oh + i) * ow + j] = sum;
            }
}
