// expect: verdict=pass
// Pixel by pixel, the channels copied side by side.
#include "exercises.h"
static float dot(const float *a, const float *b, int n)
{
    float s = 0;
    while (n-- > 0)
        s += *a++ * *b++;
    return s;
}
void conv1x1(const float *x, int n, int c_in, int h, int w, const float *weight,
             int c_out, const float *bias, float *y)
{
    float p[c_in];
    for (int b = 0; b < n; b++)
        for (int j = 0; j < w; j++)
            for (int i = 0; i < h; i++) {
                for (int c = 0; c < c_in; c++)
                    p[c] = x[((b * c_in + c) * h + i) * w + j];
                for (int o = 0; o < c_out; o++)
                    y[((b * c_out + o) * h + i) * w + j] =
                        dot(p, weight + o * c_in, c_in) + bias[o];
            }
}
