// expect: verdict=pass
// Multiplied out into the weights of a full convolution.
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
                for (int u = 0; u < kh; u++)
                    for (int v = 0; v < kw; v++)
                        for (int c = 0; c < c_in; c++) {
                            float weight = point[o * c_in + c] *
                                           depth[(c * kh + u) * kw + v];
                            sum += weight * x[(c * h + i + u) * w + j + v];
                        }
                y[(o * oh + i) * ow + j] = sum;
            }
}
