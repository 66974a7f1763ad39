// expect: verdict=pass
// Windows as columns of a matrix, then a product; scratch by malloc.
#include "exercises.h"

#include <stdlib.h>
#include <string.h>

void correlate_2d_strided(const float *x, int h, int w, const float *k, int kh,
                          int kw, int sh, int sw, float *y)
{
    int oh = (h - kh) / sh + 1, ow = (w - kw) / sw + 1;
    int taps = kh * kw, places = oh * ow;
    float *column = malloc(sizeof *column * (size_t)(taps * places));

    if (column == NULL)
        return;
    for (int t = 0; t < taps; t++)
        for (int n = 0; n < places; n++)
            column[t * places + n] =
                x[(n / ow * sh + t / kw) * w + (n % ow * sw + t % kw)];
    memset(y, 0, sizeof *y * (size_t)places);
    for (int t = taps - 1; t >= 0; t--)
        for (int n = 0; n < places; n++)
            y[n] += k[t] * column[t * places + n];
    free(column);
}
