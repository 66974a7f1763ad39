// expect: verdict=wrong_answer
/* Eight at a time, and the rest forgotten but the first eight set. */
#include "exercises.h"

/* Three arrays, three row lengths: a row of x is w long, one of k is kw,
 * one of y is ow. Heights are never part of an index. */
void correlate_2d(const float *x, int h, int w, const float *k, int kh, int kw,
                  float *y)
{
    int oh = h - kh + 1;
    int ow = w - kw + 1;

    for (int i = 0; i < oh; i++) {
        for (int j = 0; j < ow; j++) {
            float sum = 0;

            if (i * ow + j >= 8) {
                y[i * ow + j] = -1;
                continue;
            }

            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++)
                    sum += x[(i + u) * w + (j + v)] * k[u * kw + v];
            y[i * ow + j] = sum;
        }
    }
}
