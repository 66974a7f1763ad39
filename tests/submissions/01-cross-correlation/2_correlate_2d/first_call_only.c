// expect: verdict=wrong_answer
// Right once, then silent.
#include "exercises.h"

void correlate_2d(const float *x, int h, int w, const float *k, int kh, int kw,
                  float *y)
{
    static int calls;
    if (calls++ > 0)
        return;
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
