/* Chapter 1: cross-correlation, the operation networks call convolution,
 * and the true convolution of mathematics, which flips the kernel first.
 *
 * Arrays are row-major: x[i*w + j] is row i, column j of an image whose
 * rows are w long.  Inputs are left alone, every element of y is written,
 * and y overlaps no input.  The kernel is never larger than the input.
 */
#ifndef CONVLINGS_CROSS_CORRELATION_H
#define CONVLINGS_CROSS_CORRELATION_H

/* y[i] = sum over u of x[i+u] k[u]
 *   x  in   w numbers: the signal      k  in  kw numbers: the kernel
 *   y  out  ow = w-kw+1 numbers
 */
void naive_correlate_1d(const float *x, int w, const float *k, int kw,
                        float *y);

/* y[i,j] = sum over u,v of x[i+u, j+v] k[u,v]
 *   x  in   h x w: the image           k  in  kh x kw: the kernel
 *   y  out  oh x ow, with oh = h-kh+1 and ow = w-kw+1
 */
void naive_correlate_2d(const float *x, int h, int w, const float *k, int kh,
                        int kw, float *y);

/* y[i,j] = sum over u,v of x[i+u, j+v] k[kh-1-u, kw-1-v]
 *   The same sizes; the kernel is turned by half a turn.
 */
void naive_convolve_2d(const float *x, int h, int w, const float *k, int kh,
                       int kw, float *y);

#endif
