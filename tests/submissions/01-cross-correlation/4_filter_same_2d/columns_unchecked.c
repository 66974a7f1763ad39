// expect: verdict=memory_error
// Only the row is checked.
#include "exercises.h"

void filter_same_2d(const float *x, int h, int w, const float *k, int kh,
                    int kw, float *y)
{
    for (int i = 0; i < h; i++)
        for (int j = 0; j < w; j++) {
            float sum = 0;
            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++) {
                    int r = i + u - kh / 2, c = j + v - kw / 2;
                    if (r >= 0 && r < h)
                        sum += x[r * w + c] * k[u * kw + v];
                }
            y[i * w + j] = sum;
        }
}
