// expect: exercise=correlate_2d verdict=wrong_answer row=17
/* Adds to what happens to be in the output. */
#include "exercises.h"

void correlate_2d(const float *x, int h, int w, const float *k, int kh, int kw,
                  float *y)
{
    for (int i = 0; i < h - kh + 1; i++)
        for (int j = 0; j < w - kw + 1; j++)
            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++)
                    y[i * (w - kw + 1) + j] +=
                        x[(i + u) * w + j + v] * k[u * kw + v];
}
