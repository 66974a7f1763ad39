// expect: verdict=wrong_answer misconception=FS9
// Where the kernel hangs over the edge, nothing is written.
#include "exercises.h"

void filter_same_2d(const float *x, int h, int w, const float *k, int kh,
                    int kw, float *y)
{
    for (int i = kh / 2; i < h - kh / 2; i++)
        for (int j = kw / 2; j < w - kw / 2; j++) {
            float sum = 0;
            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++)
                    sum += x[(i + u - kh / 2) * w + j + v - kw / 2] *
                           k[u * kw + v];
            y[i * w + j] = sum;
        }
}
