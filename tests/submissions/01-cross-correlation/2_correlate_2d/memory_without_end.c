// expect: verdict=out_of_memory
/* Takes a megabyte for ever. */
#include "exercises.h"

#include <stdlib.h>

void correlate_2d(const float *x, int h, int w, const float *k, int kh, int kw,
                  float *y)
{
    int oh = h - kh + 1;
    int ow = w - kw + 1;
    while (h > 0) {
        volatile char *more = malloc(1 << 20);
        if (more == NULL)
            break;
        more[0] = 1;
    }

    for (int i = 0; i < oh; i++)
        for (int j = 0; j < ow; j++) {
            float sum = 0;

            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++)
                    sum += x[(i + u) * w + (j + v)] * k[u * kw + v];
            y[i * ow + j] = sum;
        }
}
