// expect: verdict=pass
// z of one pixel at a time, in double.
#include "exercises.h"
void separable_conv2d(const float *x, int c_in, int h, int w,
                      const float *depth, int kh, int kw, const float *point,
                      int c_out, const float *bias, float *y)
{
    int oh = h - kh + 1, ow = w - kw + 1;
    double z[c_in];
    for (int i = 0; i < oh; i++)
        for (int j = 0; j < ow; j++) {
            for (int c = 0; c < c_in; c++) {
                z[c] = 0;
                for (int u = 0; u < kh; u++)
                    for (int v = 0; v < kw; v++)
                        z[c] += (double)x[(c * h + i + u) * w + j + v] *
                                depth[(c * kh + u) * kw + v];
            }
            for (int o = 0; o < c_out; o++) {
                double s = bias[o];
                for (int c = 0; c < c_in; c++)
                    s += point[o * c_in + c] * z[c];
                y[(o * oh + i) * ow + j] = (float)s;
            }
        }
}
