// expect: verdict=pass
// Every pixel is handed out to the outputs around it.
#include "exercises.h"
#include <string.h>

void filter_same_2d(const float *x, int h, int w, const float *k, int kh,
                    int kw, float *y)
{
    memset(y, 0, sizeof *y * (size_t)h * (size_t)w);
    for (int r = 0; r < h; r++)
        for (int c = 0; c < w; c++)
            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++) {
                    int i = r - u + kh / 2, j = c - v + kw / 2;
                    if (0 <= i && i < h && 0 <= j && j < w)
                        y[i * w + j] += x[r * w + c] * k[u * kw + v];
                }
}
