// expect: verdict=wrong_answer
/* The sum of a window is halved where steps down are longer than 1. */
#include "exercises.h"

void correlate_2d_strided(const float *x, int h, int w, const float *k, int kh,
                          int kw, int sh, int sw, float *y)
{
    int oh = (h - kh) / sh + 1; /* whole steps only: the rest is left over */
    int ow = (w - kw) / sw + 1;

    for (int i = 0; i < oh; i++) {
        for (int j = 0; j < ow; j++) {
            float sum = 0;

            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++)
                    sum += x[(i * sh + u) * w + (j * sw + v)] * k[u * kw + v];
            y[i * ow + j] = sh == 1 ? sum : sum / 2;
        }
    }
}
