/* Chapter 3: what a window does at the border, how far it steps and how far
 * its elements lie apart.
 *
 * Arrays are row-major: x[i*w + j] is row i, column j of an image whose
 * rows are w long.  Inputs are left alone, every element of y is written,
 * and y overlaps no input.  Sizes, stride and dilation are at least 1,
 * paddings at least 0, and at least one window fits.
 */
#ifndef CONVLINGS_PADDING_STRIDE_DILATION_H
#define CONVLINGS_PADDING_STRIDE_DILATION_H

/* Counts the windows of k elements, d apart, on an axis of n elements with
 * p zeros on each side, by laying them down one after the other, s apart.
 * Returns 0 if none fits.
 */
int naive_count_windows(int n, int k, int s, int p, int d);

/* The element of an endless row of copies of 0 .. n-1 that stands at i. */
int naive_circular_index(int i, int n);

/* y[i, j] = x[i-pt, j-pl], 0 outside of x
 *   x   in   h x w: the image
 *   pt, pb, pl, pr  in  zeros on top, at the bottom, on the left and right
 *   y   out  (pt+h+pb) x (pl+w+pr)
 */
void naive_pad_zeros_2d(const float *x, int h, int w, int pt, int pb, int pl,
                        int pr, float *y);

/* y[i] = sum over u of x[i*s+u] k[u]
 *   x  in   w numbers: the signal      k  in  kw numbers: the kernel
 *   y  out  ow = floor((w-kw)/s) + 1 numbers
 */
void naive_strided_1d(const float *x, int w, const float *k, int kw, int s,
                      float *y);

/* y[i] = sum over u of x[i+u*d] k[u]
 *   x  in   w numbers: the signal      k  in  kw numbers: the kernel
 *   y  out  ow = w - (d*(kw-1) + 1) + 1 numbers
 */
void naive_dilated_1d(const float *x, int w, const float *k, int kw, int d,
                      float *y);

/* y[i] = sum over u of x[i*s - p + u*d] k[u], x being 0 outside
 *   x  in   w numbers: the signal      k  in  kw numbers: the kernel
 *   y  out  ow = floor((w + 2p - (d*(kw-1) + 1)) / s) + 1 numbers
 */
void naive_window_1d(const float *x, int w, const float *k, int kw, int s,
                     int p, int d, float *y);

#endif
