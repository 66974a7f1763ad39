/* Chapter 4: images of several channels, batches of images, many maps.
 *
 * Arrays are dense and row-major, the last axis runs fastest: x[b, c, i, j]
 * of an n x c_in x h x w array is x[((b*c_in + c)*h + i)*w + j]. Inputs are
 * left alone, every element of the output is written, and it overlaps no
 * input. Kernels are not flipped and never larger than the image.
 */
#ifndef CONVLINGS_CHANNELS_CHAPTER_H
#define CONVLINGS_CHANNELS_CHAPTER_H

/* y[i,j] = bias + sum over c,u,v of x[c, i+u, j+v] weight[c, u, v]
 *   x       in   c_in x h x w: one image
 *   weight  in   c_in x kh x kw: a kernel for each channel
 *   y       out  oh x ow, with oh = h-kh+1 and ow = w-kw+1: one map
 */
void naive_conv2d_one(const float *x, int c_in, int h, int w,
                      const float *weight, int kh, int kw, float bias,
                      float *y);

/* y[b,o,i,j] = bias[o] + sum over c,u,v of x[b,c,i+u,j+v] weight[o,c,u,v]
 *   x       in   n x c_in x h x w: a batch of n images
 *   weight  in   c_out x c_in x kh x kw      bias  in   c_out
 *   y       out  n x c_out x oh x ow
 */
void naive_conv2d(const float *x, int n, int c_in, int h, int w,
                  const float *weight, int c_out, int kh, int kw,
                  const float *bias, float *y);

/* y[b,c,i,j] = x[b,i,j,c]
 *   x  in   n x h x w x c_in: channels last  y  out  n x c_in x h x w
 */
void naive_nhwc_to_nchw(const float *x, int n, int h, int w, int c_in,
                        float *y);

/* cols[(c*kh + u)*kw + v, i*ow + j] = x[c, i+u, j+v]
 *   x     in   c_in x h x w: one image
 *   cols  out  c_in*kh*kw x oh*ow: one column for each window
 */
void naive_im2col(const float *x, int c_in, int h, int w, int kh, int kw,
                  float *cols);

/* y[i,j] = sum over k of a[i,k] b[k,j]
 *   a  in   rows x inner      b  in   inner x columns
 *   y  out  rows x columns
 */
void naive_matrix_product(const float *a, int rows, int inner, const float *b,
                          int columns, float *y);

/* naive_conv2d of one image on two towers: the first half of the maps sees
 * the first half of the channels, the second half the second.
 *   x       in   c_in x h x w, c_in even
 *   weight  in   c_out x c_in/2 x kh x kw, c_out even
 *   bias    in   c_out                       y  out  c_out x oh x ow
 */
void naive_two_towers(const float *x, int c_in, int h, int w,
                      const float *weight, int c_out, int kh, int kw,
                      const float *bias, float *y);

#endif
