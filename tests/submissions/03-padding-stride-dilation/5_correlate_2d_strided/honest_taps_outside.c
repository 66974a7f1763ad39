// expect: verdict=pass
// The kernel outside; each of its numbers adds a chosen image.
#include "exercises.h"

void correlate_2d_strided(const float *x, int h, int w, const float *k, int kh,
                          int kw, int sh, int sw, float *y)
{
    int oh = (h - kh) / sh + 1, ow = (w - kw) / sw + 1;

    for (int n = 0; n < oh * ow; n++)
        y[n] = 0;
    for (int t = kh * kw - 1; t >= 0; t--)
        for (int n = 0; n < oh * ow; n++)
            y[n] += k[t] * x[(n / ow * sh + t / kw) * w + n % ow * sw + t % kw];
}
