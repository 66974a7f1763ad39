/* Chapter 5: pooling, which makes one number of each window without any
 * weights: the largest, or the average.
 *
 * Arrays are row-major: x[i*w + j] is row i, column j of an image whose
 * rows are w long.  Inputs are left alone, every element of y is written,
 * and y overlaps no input.  The window is never larger than the input.
 */
#ifndef CONVLINGS_POOLING_H
#define CONVLINGS_POOLING_H

/* y[i] = max over v of x[i*kw + v]
 *   x  in   w numbers: the signal
 *   y  out  ow = floor(w / kw) numbers; what is left over is dropped
 */
void naive_max_pool_1d(const float *x, int w, int kw, float *y);

/* y[i,j] = max over u,v of x[i*sh + u, j*sw + v]
 *   x       in   h x w: one channel
 *   kh, kw  in   the window             sh, sw  in  the stride
 *   y       out  oh x ow, with oh = floor((h-kh) / sh) + 1 and ow likewise
 */
void naive_max_pool_2d(const float *x, int h, int w, int kh, int kw, int sh,
                       int sw, float *y);

/* y[i,j] = sum over u,v of x[i*sh + u, j*sw + v] / (kh*kw)
 *   The same sizes.
 */
void naive_avg_pool_2d(const float *x, int h, int w, int kh, int kw, int sh,
                       int sw, float *y);

#endif
