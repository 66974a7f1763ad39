// expect: verdict=wrong_answer misconception=L02
// NHWC to NCHW.
#include "exercises.h"

/* The loops may run in any order: what counts is that each array is indexed
 * with its own axes, x with c, h, w and y with h, w, c. */
void nchw_to_nhwc(const float *x, int n, int c, int h, int w, float *y)
{
    for (int b = 0; b < n; b++)
        for (int i = 0; i < h; i++)
            for (int j = 0; j < w; j++)
                for (int k = 0; k < c; k++)
                    y[((b * c + k) * h + i) * w + j] =
                        x[((b * h + i) * w + j) * c + k];
}
