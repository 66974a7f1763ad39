// expect: verdict=pass
// Each element once, by where its pixel lies in the window.
#include "exercises.h"

void toeplitz_2d(const float *k, int kh, int kw, int h, int w, float *U)
{
    int oh = h - kh + 1, ow = w - kw + 1;
    for (int r = 0; r < oh * ow; r++)
        for (int p = 0; p < h * w; p++) {
            int u = p / w - r / ow, v = p % w - r % ow;
            U[r * h * w + p] =
                u >= 0 && u < kh && v >= 0 && v < kw ? k[u * kw + v] : 0;
        }
}
