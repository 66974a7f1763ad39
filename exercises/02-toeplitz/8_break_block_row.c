/* break_block_row: write the input that shows a wrong program
 *
 * Somebody read that the matrix of a convolution is "Toeplitz", each row the
 * row above moved on by one place, and computes correlate_2d like this:
 *
 *   for (int e = 0; e < oh * ow; e++) {
 *       float sum = 0;
 *
 *       for (int u = 0; u < kh; u++)
 *           for (int v = 0; v < kw; v++)
 *               sum += x[e + u * w + v] * k[u * kw + v];
 *       y[e] = sum;
 *   }
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
 *          can be done with 6.
 */
#include "exercises.h"

void break_block_row(float *x, int *h, int *w, float *k, int *kh, int *kw)
{
    /* TODO: fill in an input on which the program above is wrong. */
}
