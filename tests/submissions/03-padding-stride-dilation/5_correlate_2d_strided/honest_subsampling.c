// expect: verdict=pass
// Stride 1, and then the choice of some.
#include "exercises.h"
#include <assert.h>
#include <stdlib.h>

void correlate_2d_strided(const float *x, int h, int w, const float *k, int kh,
                          int kw, int sh, int sw, float *y)
{
    int oh = h - kh + 1, ow = w - kw + 1, n = 0;
    float *all = malloc(sizeof(float) * (size_t)(oh * ow));

    assert(all != NULL);
    for (int i = 0; i < oh; i++)
        for (int j = 0; j < ow; j++) {
            all[i * ow + j] = 0;
            for (int u = kh - 1; u >= 0; u--)
                for (int v = kw - 1; v >= 0; v--)
                    all[i * ow + j] += x[(i + u) * w + j + v] * k[u * kw + v];
        }
    for (int i = 0; i < oh; i += sh)
        for (int j = 0; j < ow; j += sw)
            y[n++] = all[i * ow + j];
    free(all);
}
