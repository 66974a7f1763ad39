// expect: verdict=pass
// The loops over the kernel run only where the image is.
#include "exercises.h"

void filter_same_2d(const float *x, int h, int w, const float *k, int kh,
                    int kw, float *y)
{
    int ph = kh / 2, pw = kw / 2;
    for (int j = 0; j < w; j++)
        for (int i = 0; i < h; i++) {
            int top = i < ph ? ph - i : 0;
            int bottom = h - i + ph < kh ? h - i + ph : kh;
            int left = j < pw ? pw - j : 0;
            int right = w - j + pw < kw ? w - j + pw : kw;
            float sum = 0;
            for (int v = left; v < right; v++)
                for (int u = top; u < bottom; u++)
                    sum += x[(i + u - ph) * w + j + v - pw] * k[u * kw + v];
            y[i * w + j] = sum;
        }
}
