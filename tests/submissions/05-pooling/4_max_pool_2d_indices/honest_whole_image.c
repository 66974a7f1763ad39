// expect: verdict=pass
// Looks at all places for each window.
#include "exercises.h"

void max_pool_2d_indices(const float *x, int c, int h, int w, int kh, int kw,
                         int sh, int sw, int ph, int pw, float *y, int *index)
{
    int oh = (h - kh + 2 * ph) / sh + 1, ow = (w - kw + 2 * pw) / sw + 1, t = 0;
    for (int o = 0; o < c; o++)
        for (int i = 0; i < oh; i++)
            for (int j = 0; j < ow; j++, t++) {
                int k = -1;
                for (int p = 0; p < h * w; p++) {
                    int r = p / w - (i * sh - ph), q = p % w - (j * sw - pw);
                    if (r < 0 || r >= kh || q < 0 || q >= kw)
                        continue;
                    if (k < 0 || x[o * h * w + p] > x[o * h * w + k])
                        k = p;
                }
                index[t] = k;
                y[t] = x[o * h * w + k];
            }
}
