// expect: verdict=wrong_answer
/* The border of the output is left at 0. */
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

            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++)
                    sum += x[(i + u) * w + (j + v)] * k[u * kw + v];
            y[i * ow + j] =
                i > 0 && i < oh - 1 && j > 0 && j < ow - 1 ? sum : 0;
        }
    }
}
