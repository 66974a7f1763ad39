// expect: verdict=wrong_answer misconception=C05
// Rows and columns of x exchanged.
#include "exercises.h"
void conv1x1(const float *x, int n, int c_in, int h, int w, const float *weight,
             int c_out, const float *bias, float *y)
{
    for (int b = 0; b < n; b++)
        for (int o = 0; o < c_out; o++)
            for (int i = 0; i < h; i++)
                for (int j = 0; j < w; j++) {
                    int q = j * h + i;
                    float s = bias[o];
                    for (int c = 0; c < c_in; c++)
                        s += weight[o * c_in + c] *
                             x[(b * c_in + c) * h * w + q];
                    y[((b * c_out + o) * h + i) * w + j] = s;
                }
}
