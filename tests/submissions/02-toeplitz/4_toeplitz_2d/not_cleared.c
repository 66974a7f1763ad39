// expect: verdict=wrong_answer misconception=TZ9
// Only the weights are written.
#include "exercises.h"

void toeplitz_2d(const float *k, int kh, int kw, int h, int w, float *U)
{
    int oh = h - kh + 1, ow = w - kw + 1, n = h * w;
    for (int i = 0; i < oh; i++)
        for (int j = 0; j < ow; j++)
            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++)
                    U[(i * ow + j) * n + (i + u) * w + j + v] = k[u * kw + v];
}
