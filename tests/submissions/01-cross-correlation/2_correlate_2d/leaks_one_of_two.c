// expect: verdict=leak
/* The second of two copies is freed, the first is lost. */
#include "exercises.h"

#include <stdlib.h>

void correlate_2d(const float *x, int h, int w, const float *k, int kh, int kw,
                  float *y)
{
    int oh = h - kh + 1;
    int ow = w - kw + 1;
    volatile float *lost = malloc(sizeof *lost * (size_t)(h * w));
    float *kept = malloc(sizeof *kept * (size_t)(h * w));

    for (int n = 0; n < h * w; n++) {
        lost[n] = x[n];
        kept[n] = lost[n];
    }
    x = kept;

    for (int i = 0; i < oh; i++)
        for (int j = 0; j < ow; j++) {
            float sum = 0;

            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++)
                    sum += x[(i + u) * w + (j + v)] * k[u * kw + v];
            y[i * ow + j] = sum;
        }
    free(kept);
}
