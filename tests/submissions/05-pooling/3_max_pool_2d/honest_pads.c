// expect: verdict=pass
// A padded copy of each channel, and no borders after that.
#include "exercises.h"

#include <float.h>
#include <stdlib.h>

void max_pool_2d(const float *x, int c, int h, int w, int kh, int kw, int sh,
                 int sw, int ph, int pw, float *y)
{
    int wide = w + 2 * pw, high = h + 2 * ph;
    int oh = (high - kh) / sh + 1, ow = (wide - kw) / sw + 1;
    float *p = malloc(sizeof *p * (size_t)(wide * high));

    for (int o = 0; o < c && p != NULL; o++) {
        for (int n = 0; n < wide * high; n++)
            p[n] = -FLT_MAX;
        for (int n = 0; n < h * w; n++)
            p[(n / w + ph) * wide + n % w + pw] = x[o * h * w + n];
        for (int n = 0; n < oh * ow; n++) {
            const float *window = p + n / ow * sh * wide + n % ow * sw;
            float best = window[0];

            for (int v = 0; v < kw; v++)
                for (int u = 0; u < kh; u++)
                    if (window[u * wide + v] > best)
                        best = window[u * wide + v];
            y[o * oh * ow + n] = best;
        }
    }
    free(p);
}
