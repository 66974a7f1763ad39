// expect: verdict=wrong_answer
/* Adds to memory from malloc that nothing was put into: sums start at 0
 * only where calloc was meant. */
#include "exercises.h"

#include <stdlib.h>

void correlate_2d(const float *x, int h, int w, const float *k, int kh, int kw,
                  float *y)
{
    int oh = h - kh + 1;
    int ow = w - kw + 1;
    float *sums = malloc(sizeof *sums * (size_t)(oh * ow));

    for (int i = 0; i < oh; i++)
        for (int j = 0; j < ow; j++) {
            float sum = 0;

            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++)
                    sum += x[(i + u) * w + (j + v)] * k[u * kw + v];
            y[i * ow + j] = sum;
        }
    for (int n = 0; n < oh * ow; n++) {
        sums[n] += y[n];
        y[n] = sums[n];
    }
    free(sums);
}
