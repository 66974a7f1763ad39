// expect: verdict=pass
// The kernel outside; each of its numbers adds a moved image.
#include "exercises.h"

void filter_same_2d(const float *x, int h, int w, const float *k, int kh,
                    int kw, float *y)
{
    for (int n = 0; n < h * w; n++)
        y[n] = 0;
    for (int du = -(kh / 2); du <= kh / 2; du++)
        for (int dv = -(kw / 2); dv <= kw / 2; dv++) {
            float tap = k[(du + kh / 2) * kw + dv + kw / 2];
            for (int i = 0; i < h; i++)
                for (int j = 0; j < w; j++)
                    if (i + du >= 0 && i + du < h && j + dv >= 0 && j + dv < w)
                        y[i * w + j] += tap * x[(i + du) * w + j + dv];
        }
}
