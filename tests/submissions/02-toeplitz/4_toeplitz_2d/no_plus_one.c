// expect: verdict=wrong_answer misconception=S01
// One row and one column of outputs too few.
#include "exercises.h"

void toeplitz_2d(const float *k, int kh, int kw, int h, int w, float *U)
{
    int oh = h - kh, ow = w - kw;
    for (int e = 0; e < oh * ow * h * w; e++)
        U[e] = 0;
    for (int i = 0; i < oh; i++)
        for (int j = 0; j < ow; j++)
            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++)
                    U[(i * ow + j) * (h * w) + (i + u) * w + j + v] =
                        k[u * kw + v];
}
