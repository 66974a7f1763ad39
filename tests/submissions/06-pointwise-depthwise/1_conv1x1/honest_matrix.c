// expect: verdict=pass
// One matrix product per image, the channels outside.
#include "exercises.h"

void conv1x1(const float *x, int n, int c_in, int h, int w, const float *weight,
             int c_out, const float *bias, float *y)
{
    int pixels = h * w;
    for (int b = 0; b < n; b++) {
        const float *in = x + b * c_in * pixels;
        float *out = y + b * c_out * pixels;
        for (int o = 0; o < c_out; o++)
            for (int i = 0; i < pixels; i++)
                out[o * pixels + i] = bias[o];
        for (int c = 0; c < c_in; c++)
            for (int o = 0; o < c_out; o++)
                for (int i = 0; i < pixels; i++)
                    out[o * pixels + i] +=
                        weight[o * c_in + c] * in[c * pixels + i];
    }
}
