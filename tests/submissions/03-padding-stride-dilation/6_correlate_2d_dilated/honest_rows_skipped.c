// expect: verdict=pass
// Walks over the pixels of the window and skips the gaps.
#include "exercises.h"

void correlate_2d_dilated(const float *x, int h, int w, const float *k, int kh,
                          int kw, int sh, int sw, int dh, int dw, float *y)
{
    int eh = dh * (kh - 1), ew = dw * (kw - 1);

    for (int top = 0; top + eh < h; top += sh)
        for (int left = 0; left + ew < w; left += sw) {
            long double sum = 0;

            for (int r = eh; r >= 0; r -= dh)
                for (int c = ew; c >= 0; c -= dw)
                    sum += (long double)x[(top + r) * w + left + c] *
                           k[r / dh * kw + c / dw];
            *y++ = (float)sum;
        }
}
