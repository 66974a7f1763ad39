// expect: verdict=pass
// From the last place to the first, the earlier of equals taken.
#include "exercises.h"

void max_pool_2d_indices(const float *x, int c, int h, int w, int kh, int kw,
                         int sh, int sw, int ph, int pw, float *y, int *index)
{
    int oh = (h + 2 * ph - kh) / sh + 1;
    int ow = (w + 2 * pw - kw) / sw + 1;

    for (int o = 0; o < c; o++)
        for (int n = 0; n < oh * ow; n++) {
            const float *plane = x + o * h * w;
            int top = n / ow * sh - ph, left = n % ow * sw - pw, best = -1;

            for (int k = h * w - 1; k >= 0; k--) {
                int u = k / w - top, v = k % w - left;

                if (u < 0 || u >= kh || v < 0 || v >= kw)
                    continue;
                if (best < 0 || plane[k] >= plane[best])
                    best = k;
            }
            y[o * oh * ow + n] = plane[best];
            index[o * oh * ow + n] = best;
        }
}
