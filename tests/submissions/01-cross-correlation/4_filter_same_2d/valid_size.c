// expect: verdict=wrong_answer misconception=FS10
// correlate_2d handed in again.
#include "exercises.h"

void filter_same_2d(const float *x, int h, int w, const float *k, int kh,
                    int kw, float *y)
{
    int oh = h - kh + 1, ow = w - kw + 1;
    for (int i = 0; i < oh; i++)
        for (int j = 0; j < ow; j++) {
            float sum = 0;
            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++)
                    sum += x[(i + u) * w + j + v] * k[u * kw + v];
            y[i * ow + j] = sum;
        }
}
