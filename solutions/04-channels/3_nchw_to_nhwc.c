#include "exercises.h"

/* The loops may run in any order: what counts is that each array is indexed
 * with its own axes, x with c_in, h, w and y with h, w, c_in. */
void nchw_to_nhwc(const float *x, int n, int c_in, int h, int w, float *y)
{
    for (int b = 0; b < n; b++)
        for (int i = 0; i < h; i++)
            for (int j = 0; j < w; j++)
                for (int c = 0; c < c_in; c++)
                    y[((b * h + i) * w + j) * c_in + c] =
                        x[((b * c_in + c) * h + i) * w + j];
}
