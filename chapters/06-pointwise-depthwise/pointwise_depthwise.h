/* Chapter 6: convolutions that mix channels but not pixels, pixels but not
 * channels, and both, one after the other.
 *
 * Arrays are row-major, the last axis without gaps.  Inputs are left alone,
 * every element of y is written, and y overlaps no input.  The kernel is
 * never larger than the image.
 */
#ifndef CONVLINGS_POINTWISE_DEPTHWISE_H
#define CONVLINGS_POINTWISE_DEPTHWISE_H

/* y[b, o, i, j] = bias[o] + sum over c of weight[o, c] x[b, c, i, j]
 *   x     in   n x c_in x h x w        weight  in  c_out x c_in
 *   bias  in   c_out                   y       out n x c_out x h x w
 */
void naive_conv1x1(const float *x, int n, int c_in, int h, int w,
                   const float *weight, int c_out, const float *bias, float *y);

/* y[o, i, j] = bias[o] + sum over u, v of x[o/m, i+u, j+v] weight[o, u, v]
 *   x     in   c_in x h x w            weight  in  c_in*m x kh x kw
 *   bias  in   c_in*m, or NULL: no bias
 *   y     out  c_in*m x oh x ow, with oh = h-kh+1 and ow = w-kw+1
 */
void naive_depthwise_conv2d(const float *x, int c_in, int h, int w,
                            const float *weight, int m, int kh, int kw,
                            const float *bias, float *y);

/* Depthwise with one kernel for each channel and no bias, then 1x1.
 *   x      in   c_in x h x w            depth  in  c_in x kh x kw
 *   point  in   c_out x c_in            bias   in  c_out
 *   z      out  c_in x oh x ow: what lies between the two steps
 *   y      out  c_out x oh x ow
 */
void naive_separable_conv2d(const float *x, int c_in, int h, int w,
                            const float *depth, int kh, int kw,
                            const float *point, int c_out, const float *bias,
                            float *z, float *y);

/* k[u, v] = col[u] row[v]
 *   col  in  kh    row  in  kw    k  out  kh x kw
 */
void naive_outer_product(const float *col, int kh, const float *row, int kw,
                         float *k);

#endif
