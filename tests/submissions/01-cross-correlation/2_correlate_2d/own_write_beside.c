// expect: verdict=memory_error
/* One byte past the end of 13: the machine would never notice. */
#include "exercises.h"

#include <stdlib.h>

void correlate_2d(const float *x, int h, int w, const float *k, int kh, int kw,
                  float *y)
{
    int oh = h - kh + 1;
    int ow = w - kw + 1;
    volatile char *name = malloc(13);

    for (int n = 0; n <= 13; n++)
        name[n] = 0;

    for (int i = 0; i < oh; i++)
        for (int j = 0; j < ow; j++) {
            float sum = 0;

            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++)
                    sum += x[(i + u) * w + (j + v)] * k[u * kw + v];
            y[i * ow + j] = sum;
        }
    free((void *)name);
}
