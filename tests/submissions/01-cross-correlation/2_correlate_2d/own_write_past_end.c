// expect: verdict=memory_error
/* Writes one element past the end of its own block: 4 floats fill it up. */
#include "exercises.h"

#include <stdlib.h>

void correlate_2d(const float *x, int h, int w, const float *k, int kh, int kw,
                  float *y)
{
    int oh = h - kh + 1;
    int ow = w - kw + 1;
    float *copy = malloc(sizeof *copy * (size_t)(kh * kw));

    for (int n = 0; n <= kh * kw; n++)
        copy[n] = n < kh * kw ? k[n] : 0;
    k = copy;

    for (int i = 0; i < oh; i++)
        for (int j = 0; j < ow; j++) {
            float sum = 0;

            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++)
                    sum += x[(i + u) * w + (j + v)] * k[u * kw + v];
            y[i * ow + j] = sum;
        }
    free(copy);
}
