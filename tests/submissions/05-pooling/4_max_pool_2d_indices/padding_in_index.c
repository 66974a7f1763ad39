// expect: verdict=wrong_answer misconception=IX15
// Indices count from the padding.
#include "exercises.h"

#include <math.h>

void max_pool_2d_indices(const float *x, int c, int h, int w, int kh, int kw,
                         int sh, int sw, int ph, int pw, float *y, int *index)
{
    int oh = (h + 2 * ph - kh) / sh + 1;
    int ow = (w + 2 * pw - kw) / sw + 1;
    for (int o = 0; o < c; o++)
        for (int i = 0; i < oh; i++)
            for (int j = 0; j < ow; j++) {
                float best = -INFINITY;
                int at = 0;
                for (int u = 0; u < kh; u++)
                    for (int v = 0; v < kw; v++) {
                        int r = i * sh - ph + u;
                        int q = j * sw - pw + v;
                        if (r >= 0 && r < h && q >= 0 && q < w)
                            if (x[(o * h + r) * w + q] > best) {
                                best = x[(o * h + r) * w + q];
                                at = (i * sh + u) * w + (j * sw + v);
                            }
                    }
                y[(o * oh + i) * ow + j] = best;
                index[(o * oh + i) * ow + j] = at;
            }
}
