// expect: verdict=pass
// Another order of summation, in double.
#include "exercises.h"

void correlate_2d(const float *x, int h, int w, const float *k, int kh, int kw,
                  float *y)
{
    int oh = h - kh + 1, ow = w - kw + 1;
    for (int j = ow - 1; j >= 0; j--)
        for (int i = oh - 1; i >= 0; i--) {
            double sum = 0;
            for (int v = kw - 1; v >= 0; v--)
                for (int u = kh - 1; u >= 0; u--)
                    sum += (double)x[(i + u) * w + j + v] * k[u * kw + v];
            y[i * ow + j] = (float)sum;
        }
}
