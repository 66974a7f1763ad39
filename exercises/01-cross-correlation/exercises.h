/* Chapter 1, cross-correlation: what to write.
 *
 * Each comment is a contract: what the function is given, what it must
 * leave behind, and what happens at the edges. The letters are those of
 * the lesson. All arrays are row-major: element [i, j] of an array whose
 * rows are w long is a[i*w + j].
 */
#ifndef CONVLINGS_CROSS_CORRELATION_EXERCISES_H
#define CONVLINGS_CROSS_CORRELATION_EXERCISES_H

/* correlate_1d: slide a kernel along a signal
 *
 *   y[i] = sum over u of x[i+u] k[u]     (u = 0 .. kw-1)
 *
 *   x   in   w: the signal
 *   k   in   kw: the kernel; it is not flipped
 *   y   out  ow = w-kw+1: one number for each place where the kernel fits
 *
 * Sizes    1 <= kw <= w. When kw = w, y has one number.
 * Numbers  any floats, also negative ones and fractions; no sum overflows.
 *          Add the products in any order, in float or wider: with whole
 *          numbers the answer is exact, else the rounding is allowed.
 * Arrays   x and k are only read. y overlaps neither, holds anything at all
 *          before the call, and every element of it is written.
 *
 * Task     Fill y with the cross-correlation of x and k.
 */
void correlate_1d(const float *x, int w, const float *k, int kw, float *y);

/* correlate_2d: slide a kernel over an image
 *
 *   y[i, j] = sum over u, v of x[i+u, j+v] k[u, v]
 *                              (u = 0 .. kh-1, v = 0 .. kw-1)
 *
 *   x   in   h x w: the image, x[i, j] is x[i*w + j]
 *   k   in   kh x kw: the kernel, row-major as well; it is not flipped
 *   y   out  oh x ow with oh = h-kh+1 and ow = w-kw+1, row-major as well
 *
 * Sizes    1 <= kh <= h and 1 <= kw <= w. Neither image nor kernel need be
 *          square. A kernel as large as the image gives one number.
 * Numbers  any floats, also negative ones and fractions; no sum overflows.
 *          Add the products in any order, in float or wider: with whole
 *          numbers the answer is exact, else the rounding is allowed.
 * Arrays   x and k are only read. y overlaps neither, holds anything at all
 *          before the call, and every element of it is written.
 *
 * Task     Fill y with the cross-correlation of x and k.
 */
void correlate_2d(const float *x, int h, int w, const float *k, int kh, int kw,
                  float *y);

/* convolve_full_1d: multiply two polynomials
 *
 *   y[i] = sum over u of x[i-u] k[u]     (u = 0 .. kw-1, wherever
 *                                         0 <= i-u <= w-1)
 *
 * This is true convolution, kernel flipped, at full size: every place where
 * the two overlap at all. If x and k hold the coefficients of two
 * polynomials, lowest power first, y holds those of their product:
 * (1 + 2X) (2 - X + 2X^2) = 2 + 3X + 4X^3, so 1 2 by 2 -1 2 is 2 3 0 4.
 *
 *   x   in   w: the signal
 *   k   in   kw: the kernel
 *   y   out  w+kw-1
 *
 * Sizes    w >= 1 and kw >= 1; either may be the longer one. Exchanging x
 *          and k changes nothing.
 * Numbers  any floats, also negative ones and fractions; no sum overflows.
 *          Add the products in any order, in float or wider: with whole
 *          numbers the answer is exact, else the rounding is allowed.
 * Arrays   x and k are only read, and only inside: there are no zeros
 *          beside them in memory. y overlaps neither, holds anything at all
 *          before the call, and every element of it is written.
 *
 * Task     Fill y with the full convolution of x and k.
 */
void convolve_full_1d(const float *x, int w, const float *k, int kw, float *y);

/* filter_same_2d: filter an image, keeping its size
 *
 *   y[i, j] = sum over u, v of x[i+u-kh/2, j+v-kw/2] k[u, v]
 *                              (u = 0 .. kh-1, v = 0 .. kw-1)
 *   where x counts as 0 outside the image
 *
 * The middle of the kernel, k[kh/2, kw/2], lies on the pixel that is
 * computed. The kernel is not flipped.
 *
 *   x   in   h x w: the image, row-major
 *   k   in   kh x kw: the kernel, row-major
 *   y   out  h x w, row-major
 *
 * Sizes    h, w, kh, kw >= 1; kh and kw are odd, and may differ. The kernel
 *          may be larger than the image.
 * Numbers  any floats, also negative ones and fractions; no sum overflows.
 *          Add the products in any order, in float or wider: with whole
 *          numbers the answer is exact, else the rounding is allowed.
 * Arrays   x and k are only read, and only inside: there are no zeros
 *          around the image in memory. y overlaps neither, holds anything
 *          at all before the call, and every element of it is written.
 *
 * Task     Fill y with the filtered image, zeros outside.
 */
void filter_same_2d(const float *x, int h, int w, const float *k, int kh,
                    int kw, float *y);

/* gaussian_kernel_2d: a bell that sums to one
 *
 *   g[u, v] = exp(-((u-c)^2 + (v-c)^2) / (2 sigma^2))   with c = (size-1)/2
 *   k[u, v] = g[u, v] / sum of all g
 *
 * c is the middle of the kernel: an element when size is odd, the point
 * between two elements when size is even (size 4 has c = 1.5).
 *
 *   size   in   rows and columns, 1 .. 63, odd or even
 *   sigma  in   the width of the bell in pixels, 0.25 .. 100
 *   k      out  size x size, row-major
 *
 * Size 1   gives the one number 1, whatever sigma is.
 * Library  exp and sqrt are declared in math.h: #include <math.h>
 * Numbers  float or double inside, as you like: what is allowed is the
 *          rounding error of float arithmetic. Far from the middle of a
 *          narrow bell a result may be so small that it rounds to 0.
 * Arrays   k holds anything at all before the call, and every element of it
 *          is written.
 *
 * Task     Fill k with the bell, then make its sum 1.
 */
void gaussian_kernel_2d(int size, float sigma, float *k);

/* find_pattern: where in the image does the pattern lie?
 *
 * The score of the window at (i, j), which is as large as the pattern and
 * has its top left corner on row i, column j, is the normalised
 * cross-correlation, a number from -1 to 1:
 *
 *                     sum (x - mx) (p - mp)
 *   score = ----------------------------------------
 *           sqrt( sum (x - mx)^2  *  sum (p - mp)^2 )
 *
 * The sums run over the elements x of the window and p of the pattern that
 * lie on each other; mx and mp are the means of the window and the pattern.
 *
 *   x         in   h x w: the image, row-major
 *   p         in   ph x pw: the pattern, row-major
 *   row, col  out  the top left corner of the window with the highest score,
 *                  0 <= *row <= h-ph and 0 <= *col <= w-pw
 *
 * Sizes    1 <= ph <= h and 1 <= pw <= w.
 * Ties     Of several windows with the same highest score, the first in
 *          row-major order: the smallest row, then the smallest column.
 * Constant A window whose elements are all equal has the score 0, and so has
 *          every window when the pattern's elements are all equal.
 * Library  sqrt is declared in math.h: #include <math.h>
 * Numbers  finite floats; no sum overflows. In every case here the winner
 *          leads by 0.001 or more, or the tied windows hold the same
 *          numbers: float or double inside makes no difference.
 * Arrays   x and p are only read. *row and *col are written on every call.
 *
 * Task     Set *row and *col to the place of the best match.
 */
void find_pattern(const float *x, int h, int w, const float *p, int ph, int pw,
                  int *row, int *col);

/* break_flip: write the input that shows a wrong program
 *
 * Somebody wrote correlate_2d like this:
 *
 *   for (int i = 0; i < oh; i++)
 *       for (int j = 0; j < ow; j++) {
 *           float sum = 0;
 *
 *           for (int u = 0; u < kh; u++)
 *               for (int v = 0; v < kw; v++)
 *                   sum += x[(i + u) * w + (j + v)]
 *                        * k[(kh - 1 - u) * kw + (kw - 1 - v)];
 *           y[i * ow + j] = sum;
 *       }
 *
 * with oh = h-kh+1 and ow = w-kw+1. On many inputs it is right all the
 * same. Write one on which it is wrong.
 *
 *   x   out  h x w: an image, row-major; room for 64 numbers
 *   h, w, kh, kw  out  the sizes
 *   k   out  kh x kw: a kernel, row-major; room for 64 numbers
 *
 * Sizes    1 <= kh <= h <= 8 and 1 <= kw <= w <= 8.
 * Numbers  from -1000 to 1000. Only the first h*w of x and the first kh*kw
 *          of k count; the others need not be written.
 * Smallest The fewer numbers x and k have together, the better the test. It
 *          can be done with 4.
 *
 * Task     Fill in an input on which the program above is wrong.
 */
void break_flip(float *x, int *h, int *w, float *k, int *kh, int *kw);

/* break_pitch: write the input that shows a wrong program
 *
 * Somebody wrote correlate_2d like this:
 *
 *   for (int i = 0; i < oh; i++)
 *       for (int j = 0; j < ow; j++) {
 *           float sum = 0;
 *
 *           for (int u = 0; u < kh; u++)
 *               for (int v = 0; v < kw; v++)
 *                   sum += x[(i + u) * h + (j + v)] * k[u * kw + v];
 *           y[i * ow + j] = sum;
 *       }
 *
 * with oh = h-kh+1 and ow = w-kw+1. On many inputs it is right all the
 * same. Write one on which it is wrong, or reads outside x.
 *
 *   x   out  h x w: an image, row-major; room for 64 numbers
 *   h, w, kh, kw  out  the sizes
 *   k   out  kh x kw: a kernel, row-major; room for 64 numbers
 *
 * Sizes    1 <= kh <= h <= 8 and 1 <= kw <= w <= 8.
 * Numbers  from -1000 to 1000. Only the first h*w of x and the first kh*kw
 *          of k count; the others need not be written.
 * Smallest The fewer numbers x and k have together, the better the test. It
 *          can be done with 3.
 *
 * Task     Fill in an input on which the program above is wrong.
 */
void break_pitch(float *x, int *h, int *w, float *k, int *kh, int *kw);

/* break_int_sum: write the input that shows a wrong program
 *
 * Somebody wrote correlate_2d like this:
 *
 *   for (int i = 0; i < oh; i++)
 *       for (int j = 0; j < ow; j++) {
 *           int sum = 0;
 *
 *           for (int u = 0; u < kh; u++)
 *               for (int v = 0; v < kw; v++)
 *                   sum += x[(i + u) * w + (j + v)] * k[u * kw + v];
 *           y[i * ow + j] = sum;
 *       }
 *
 * with oh = h-kh+1 and ow = w-kw+1. On many inputs it is right all the
 * same. Write one on which it is wrong.
 *
 *   x   out  h x w: an image, row-major; room for 64 numbers
 *   h, w, kh, kw  out  the sizes
 *   k   out  kh x kw: a kernel, row-major; room for 64 numbers
 *
 * Sizes    1 <= kh <= h <= 8 and 1 <= kw <= w <= 8.
 * Numbers  from -1000 to 1000. Only the first h*w of x and the first kh*kw
 *          of k count; the others need not be written.
 * Smallest The fewer numbers x and k have together, the better the test. It
 *          can be done with 2.
 *
 * Task     Fill in an input on which the program above is wrong.
 */
void break_int_sum(float *x, int *h, int *w, float *k, int *kh, int *kw);

#endif
