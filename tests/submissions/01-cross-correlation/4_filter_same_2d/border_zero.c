// expect: verdict=wrong_answer misconception=FS7
// Where the kernel hangs over the edge, 0 is written.
#include "exercises.h"

void filter_same_2d(const float *x, int h, int w, const float *k, int kh,
                    int kw, float *y)
{
    for (int n = 0; n < h * w; n++)
        y[n] = 0;
    for (int i = kh / 2; i < h - kh / 2; i++)
        for (int j = kw / 2; j < w - kw / 2; j++)
            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++)
                    y[i * w + j] += x[(i + u - kh / 2) * w + j + v - kw / 2] *
                                    k[u * kw + v];
}
