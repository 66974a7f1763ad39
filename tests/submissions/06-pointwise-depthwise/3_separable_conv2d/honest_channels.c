// expect: verdict=pass
// z of one channel at a time, added to all outputs.
#include "exercises.h"
#include <stdlib.h>
void separable_conv2d(const float *x, int c_in, int h, int w,
                      const float *depth, int kh, int kw, const float *point,
                      int c_out, const float *bias, float *y)
{
    int oh = h - kh + 1, ow = w - kw + 1;
    for (int q = 0; q < c_out * oh * ow; q++)
        y[q] = bias[q / (oh * ow)];
    float *z = malloc(sizeof *z * (size_t)(oh * ow));
    for (int c = 0; c < c_in; c++) {
        for (int q = 0; q < oh * ow; q++) {
            z[q] = 0;
            for (int t = 0; t < kh * kw; t++)
                z[q] += x[(c * h + q / ow + t / kw) * w + q % ow + t % kw] *
                        depth[c * kh * kw + t];
        }
        for (int o = 0; o < c_out; o++)
            for (int q = 0; q < oh * ow; q++)
                y[o * oh * ow + q] += point[o * c_in + c] * z[q];
    }
    free(z);
}
