// expect: verdict=memory_error
/* A copy of the image in memory for one channel less than there are. */
#include "exercises.h"

#include <stdlib.h>
#include <string.h>

#include <math.h>

void max_pool_2d(const float *x, int c, int h, int w, int kh, int kw, int sh,
                 int sw, int ph, int pw, float *y)
{
    int oh = (h + 2 * ph - kh) / sh + 1;
    int ow = (w + 2 * pw - kw) / sw + 1;

    float *copy = malloc(sizeof *copy * (size_t)((c - 1) * h * w));

    memcpy(copy, x, sizeof *copy * (size_t)(c * h * w));
    x = copy;
    for (int o = 0; o < c; o++)
        for (int i = 0; i < oh; i++)
            for (int j = 0; j < ow; j++) {
                float best = -INFINITY; /* below every number of x */

                for (int u = 0; u < kh; u++)
                    for (int v = 0; v < kw; v++) {
                        int r = i * sh - ph + u;
                        int q = j * sw - pw + v;

                        /* Padding is passed over: it is no number. */
                        if (r >= 0 && r < h && q >= 0 && q < w)
                            best = fmaxf(best, x[(o * h + r) * w + q]);
                    }
                y[(o * oh + i) * ow + j] = best;
            }
    free(copy);
}
