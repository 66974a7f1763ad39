// expect: verdict=pass
// The channels from the last to the first, the bias at the end.
#include "exercises.h"

void conv1x1(const float *x, int n, int c_in, int h, int w, const float *weight,
             int c_out, const float *bias, float *y)
{
    for (int e = n * c_out * h * w - 1; e >= 0; e--) {
        int i = e % (h * w), o = e / (h * w) % c_out, b = e / (h * w) / c_out;
        float sum = 0;
        for (int c = c_in - 1; c >= 0; c--)
            sum += x[(b * c_in + c) * h * w + i] * weight[o * c_in + c];
        y[e] = sum + bias[o];
    }
}
