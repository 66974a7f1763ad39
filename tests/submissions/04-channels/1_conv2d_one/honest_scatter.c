// expect: verdict=pass
// Every weight is spread over the whole map.
#include "exercises.h"

void conv2d_one(const float *x, int c_in, int h, int w, const float *weight,
                int kh, int kw, float bias, float *y)
{
    int oh = h - kh + 1, ow = w - kw + 1;

    for (int n = 0; n < oh * ow; n++)
        y[n] = bias;
    for (int c = c_in - 1; c >= 0; c--)
        for (int u = 0; u < kh; u++)
            for (int v = 0; v < kw; v++)
                for (int i = 0; i < oh; i++)
                    for (int j = 0; j < ow; j++)
                        y[i * ow + j] += x[(c * h + i + u) * w + j + v] *
                                         weight[(c * kh + u) * kw + v];
}
