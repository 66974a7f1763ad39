// expect: verdict=wrong_answer misconception=T02
// A row for each pixel.
#include "exercises.h"

void toeplitz_2d(const float *k, int kh, int kw, int h, int w, float *U)
{
    int oh = h - kh + 1, ow = w - kw + 1, n = h * w;
    for (int p = 0; p < oh * ow * n; p++)
        U[p] = 0;
    for (int i = 0; i < oh; i++)
        for (int j = 0; j < ow; j++)
            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++)
                    U[((i + u) * w + j + v) * (oh * ow) + i * ow + j] =
                        k[u * kw + v];
}
