// expect: verdict=wrong_answer misconception=C05
// Rows of the image as long as it is high: beyond the row of U, where h > w.
#include "exercises.h"

void toeplitz_2d(const float *k, int kh, int kw, int h, int w, float *U)
{
    int oh = h - kh + 1, ow = w - kw + 1;
    for (int e = 0; e < oh * ow * h * w; e++)
        U[e] = 0;
    for (int i = 0; i < oh; i++)
        for (int j = 0; j < ow; j++)
            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++)
                    U[(i * ow + j) * (h * w) + (i + u) * h + j + v] =
                        k[u * kw + v];
}
