// expect: verdict=pass
// One comparison for both ends: a negative int is a huge unsigned.
#include "exercises.h"
#include <math.h>

void filter_same_2d(const float *x, int h, int w, const float *k, int kh,
                    int kw, float *y)
{
    for (int i = 0; i < h; i++)
        for (int j = 0; j < w; j++) {
            const float *tap = k;
            float sum = 0.0f;
            for (int r = i - kh / 2; r <= i + kh / 2; r++)
                for (int c = j - kw / 2; c <= j + kw / 2; c++, tap++)
                    if ((unsigned)r < (unsigned)h && (unsigned)c < (unsigned)w)
                        sum = fmaf(x[r * w + c], *tap, sum);
            *y++ = sum;
        }
}
