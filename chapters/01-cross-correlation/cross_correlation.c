/* Cross-correlation and convolution, valid size: the window stays inside.
 *
 *   1-D  y[i]   = sum over u   of x[i+u]      k[u]      "The sliding window"
 *   2-D  y[i,j] = sum over u,v of x[i+u, j+v] k[u, v]   "Two dimensions"
 *   true convolution reads k[kh-1-u, kw-1-v] instead    "The flip"
 *
 *   x  the image,  h  x w       i, j  row and column of the output
 *   k  the kernel, kh x kw      u, v  row and column of the kernel
 *   y  the output, oh x ow
 *
 * An array with two indices lies in memory row after row, so [row, column]
 * is written [row * length_of_a_row + column].
 */
#include "cross_correlation.h"

void naive_correlate_1d(const float *x, int w, const float *k, int kw, float *y)
{
    int ow = w - kw + 1; /* places where the window fits */

    for (int i = 0; i < ow; i++) {
        float sum = 0;

        for (int u = 0; u < kw; u++)
            sum += x[i + u] * k[u];
        y[i] = sum;
    }
}

void naive_correlate_2d(const float *x, int h, int w, const float *k, int kh,
                        int kw, float *y)
{
    int oh = h - kh + 1;
    int ow = w - kw + 1;

    for (int i = 0; i < oh; i++) {
        for (int j = 0; j < ow; j++) {
            float sum = 0; /* over u, v of x[i+u, j+v] k[u, v] */

            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++)
                    sum += x[(i + u) * w + (j + v)] * k[u * kw + v];
            y[i * ow + j] = sum;
        }
    }
}

void naive_convolve_2d(const float *x, int h, int w, const float *k, int kh,
                       int kw, float *y)
{
    int oh = h - kh + 1;
    int ow = w - kw + 1;

    for (int i = 0; i < oh; i++) {
        for (int j = 0; j < ow; j++) {
            float sum = 0; /* over u, v of x[i+u, j+v] k[kh-1-u, kw-1-v] */

            for (int u = 0; u < kh; u++)
                for (int v = 0; v < kw; v++) {
                    int fu = kh - 1 - u; /* the kernel, half a turn on */
                    int fv = kw - 1 - v;

                    sum += x[(i + u) * w + (j + v)] * k[fu * kw + fv];
                }
            y[i * ow + j] = sum;
        }
    }
}
