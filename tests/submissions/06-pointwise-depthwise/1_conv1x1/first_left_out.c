// expect: verdict=wrong_answer misconception=PW8
// The loop over the channels starts at 1.
#include "exercises.h"
void conv1x1(const float *x, int n, int c_in, int h, int w, const float *weight,
             int c_out, const float *bias, float *y)
{
    for (int b = 0; b < n; b++)
        for (int o = 0; o < c_out; o++)
            for (int q = 0; q < h * w; q++) {
                float s = bias[o];
                for (int c = 1; c < c_in; c++)
                    s += weight[o * c_in + c] * x[(b * c_in + c) * h * w + q];
                y[(b * c_out + o) * h * w + q] = s;
            }
}
