// expect: verdict=pass
// Each weight adds a multiple of a row of cols to a map.
#include "exercises.h"

void conv2d_im2col(const float *cols, int oh, int ow, const float *weight,
                   int c_out, int c_in, int kh, int kw, const float *bias,
                   float *y)
{
    for (int o = 0; o < c_out; o++, y += oh * ow) {
        for (int q = 0; q < oh * ow; q++)
            y[q] = bias[o];
        for (int r = 0; r < c_in * kh * kw; r++, weight++)
            for (int q = 0; q < oh * ow; q++)
                y[q] += *weight * cols[r * oh * ow + q];
    }
}
