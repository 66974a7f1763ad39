// expect: verdict=wrong_answer misconception=PW9
// y as if the channels of a pixel lay side by side.
#include "exercises.h"
void conv1x1(const float *x, int n, int c_in, int h, int w, const float *weight,
             int c_out, const float *bias, float *y)
{
    for (int b = 0; b < n; b++)
        for (int o = 0; o < c_out; o++)
            for (int q = 0; q < h * w; q++) {
                float s = bias[o];
                for (int c = 0; c < c_in; c++)
                    s += weight[o * c_in + c] * x[(b * c_in + c) * h * w + q];
                y[(b * h * w + q) * c_out + o] = s;
            }
}
