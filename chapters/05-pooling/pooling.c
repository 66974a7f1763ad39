/* Pooling, windows inside the image.
 *
 *   1-D      y[i]   = max over v   of x[i*kw + v]  "The largest of each window"
 *   2-D      y[i,j] = max over u,v of x[i*sh + u, j*sw + v]
 *                                         "Two dimensions, channel by channel"
 *   average  y[i,j] = sum over u,v of x[i*sh + u, j*sw + v] / (kh*kw)
 *                                                "The average of each window"
 *
 *   x  the image, h  x w        i, j  row and column of the output
 *   window        kh x kw       u, v  row and column of the window
 *   y  the output, oh x ow      sh, sw  the stride, down and across
 */
#include "pooling.h"

void naive_max_pool_1d(const float *x, int w, int kw, float *y)
{
    int ow = w / kw; /* whole windows, side by side */

    for (int i = 0; i < ow; i++) {
        float best = x[i * kw];

        for (int v = 1; v < kw; v++)
            if (x[i * kw + v] > best)
                best = x[i * kw + v];
        y[i] = best;
    }
}

void naive_max_pool_2d(const float *x, int h, int w, int kh, int kw, int sh,
                       int sw, float *y)
{
    int oh = (h - kh) / sh + 1;
    int ow = (w - kw) / sw + 1;

    for (int i = 0; i < oh; i++) {
        for (int j = 0; j < ow; j++) {
            float best = x[i * sh * w + j * sw]; /* its first number */

            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++)
                    if (x[(i * sh + u) * w + (j * sw + v)] > best)
                        best = x[(i * sh + u) * w + (j * sw + v)];
            y[i * ow + j] = best;
        }
    }
}

void naive_avg_pool_2d(const float *x, int h, int w, int kh, int kw, int sh,
                       int sw, float *y)
{
    int oh = (h - kh) / sh + 1;
    int ow = (w - kw) / sw + 1;
    int count = kh * kw;

    for (int i = 0; i < oh; i++) {
        for (int j = 0; j < ow; j++) {
            float sum = 0; /* over u, v of x[i*sh+u, j*sw+v] */

            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++)
                    sum += x[(i * sh + u) * w + (j * sw + v)];
            y[i * ow + j] = sum / (float)count;
        }
    }
}
