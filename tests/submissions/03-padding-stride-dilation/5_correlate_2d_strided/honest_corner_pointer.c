// expect: verdict=pass
// The corner walks; the window hangs on it.
#include "exercises.h"

void correlate_2d_strided(const float *x, int h, int w, const float *k, int kh,
                          int kw, int sh, int sw, float *y)
{
    for (int top = 0; top + kh <= h; top += sh)
        for (int left = 0; left + kw <= w; left += sw) {
            const float *window = x + top * w + left;
            const float *weight = k;
            double sum = 0;

            for (int u = 0; u < kh; u++, window += w)
                for (int v = 0; v < kw; v++)
                    sum += (double)window[v] * (double)*weight++;
            *y++ = (float)sum;
        }
}
