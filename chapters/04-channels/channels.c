/* Convolution of images that have channels.
 *
 *   y[b,o,i,j] = bias[o] + sum over c,u,v of x[b,c,i+u,j+v] weight[o,c,u,v]
 *
 *   x       n x c_in x h x w          b     image of the batch
 *   weight  c_out x c_in x kh x kw    o, c  map of y, channel of x
 *   bias    c_out                     i, j  row and column of the output
 *   y       n x c_out x oh x ow       u, v  row and column of the kernel
 *
 * An index of four axes grows from left to right: begin with the first, and
 * for each further axis multiply by its length and add its index.
 */
#include "channels.h"

void naive_conv2d_one(const float *x, int c_in, int h, int w,
                      const float *weight, int kh, int kw, float bias, float *y)
{
    int oh = h - kh + 1;
    int ow = w - kw + 1;

    for (int i = 0; i < oh; i++)
        for (int j = 0; j < ow; j++) {
            float sum = bias; /* over c, u, v of x[c,i+u,j+v] weight[c,u,v] */

            for (int c = 0; c < c_in; c++)
                for (int u = 0; u < kh; u++)
                    for (int v = 0; v < kw; v++)
                        sum += x[(c * h + i + u) * w + j + v] *
                               weight[(c * kh + u) * kw + v];
            y[i * ow + j] = sum;
        }
}

void naive_conv2d(const float *x, int n, int c_in, int h, int w,
                  const float *weight, int c_out, int kh, int kw,
                  const float *bias, float *y)
{
    int image = c_in * h * w;     /* numbers in an image of x */
    int kernels = c_in * kh * kw; /* weights of one map */
    int map = (h - kh + 1) * (w - kw + 1);

    for (int b = 0; b < n; b++)
        for (int o = 0; o < c_out; o++)
            naive_conv2d_one(x + b * image, c_in, h, w, weight + o * kernels,
                             kh, kw, bias[o], y + (b * c_out + o) * map);
}

void naive_nhwc_to_nchw(const float *x, int n, int h, int w, int c_in, float *y)
{
    for (int b = 0; b < n; b++)
        for (int c = 0; c < c_in; c++)
            for (int i = 0; i < h; i++)
                for (int j = 0; j < w; j++)
                    y[((b * c_in + c) * h + i) * w + j] =
                        x[((b * h + i) * w + j) * c_in + c];
}

void naive_im2col(const float *x, int c_in, int h, int w, int kh, int kw,
                  float *cols)
{
    int oh = h - kh + 1;
    int ow = w - kw + 1;

    for (int c = 0; c < c_in; c++)
        for (int u = 0; u < kh; u++)
            for (int v = 0; v < kw; v++)
                for (int i = 0; i < oh; i++)
                    for (int j = 0; j < ow; j++) {
                        int row = (c * kh + u) * kw + v;
                        int column = i * ow + j;

                        cols[row * oh * ow + column] =
                            x[(c * h + i + u) * w + j + v];
                    }
}

void naive_matrix_product(const float *a, int rows, int inner, const float *b,
                          int columns, float *y)
{
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < columns; j++) {
            float sum = 0; /* over k of a[i,k] b[k,j] */

            for (int k = 0; k < inner; k++)
                sum += a[i * inner + k] * b[k * columns + j];
            y[i * columns + j] = sum;
        }
}

void naive_two_towers(const float *x, int c_in, int h, int w,
                      const float *weight, int c_out, int kh, int kw,
                      const float *bias, float *y)
{
    int cg = c_in / 2; /* channels that a tower sees */
    int og = c_out / 2;
    int map = (h - kh + 1) * (w - kw + 1);

    naive_conv2d(x, 1, cg, h, w, weight, og, kh, kw, bias, y);
    naive_conv2d(x + cg * h * w, 1, cg, h, w, weight + og * cg * kh * kw, og,
                 kh, kw, bias + og, y + og * map);
}
