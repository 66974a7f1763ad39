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
 */
#include "exercises.h"

void break_pitch(float *x, int *h, int *w, float *k, int *kh, int *kw)
{
    /* TODO: fill in an input on which the program above is wrong. */
}
