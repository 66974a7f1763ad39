// expect: verdict=pass
// Loops over the kernel outside, y cleared with memset.
#include "exercises.h"
#include <string.h>

void correlate_2d(const float *x, int h, int w, const float *k, int kh, int kw,
                  float *y)
{
    int oh = h - kh + 1, ow = w - kw + 1;
    memset(y, 0, sizeof(float) * (size_t)oh * (size_t)ow);
    for (int u = 0; u < kh; u++)
        for (int v = 0; v < kw; v++)
            for (int i = 0; i < oh; i++)
                for (int j = 0; j < ow; j++)
                    y[i * ow + j] += x[(i + u) * w + j + v] * k[u * kw + v];
}
