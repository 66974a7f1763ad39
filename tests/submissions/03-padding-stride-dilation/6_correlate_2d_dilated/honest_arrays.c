// expect: verdict=pass
// Pointers to rows, the kernel from its end, y written one after the other.
#include "exercises.h"

void correlate_2d_dilated(const float *x, int h, int w, const float *k, int kh,
                          int kw, int sh, int sw, int dh, int dw, float *y)
{
    const float(*image)[w] = (const void *)x;

    for (int r = 0; r + dh * (kh - 1) < h; r += sh)
        for (int c = 0; c + dw * (kw - 1) < w; c += sw) {
            const float *last = k + kh * kw;
            double sum = 0;

            for (int u = kh - 1; u >= 0; u--)
                for (int v = kw - 1; v >= 0; v--)
                    sum += (double)*--last * image[r + u * dh][c + v * dw];
            *y++ = (float)sum;
        }
}
