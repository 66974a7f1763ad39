/* break_layout: write the input that shows a wrong program
 *
 * Somebody wrote conv2d_one for images whose channels come last, and gave it
 * images whose channels come first:
 *
 *   for (int i = 0; i < oh; i++)
 *       for (int j = 0; j < ow; j++) {
 *           float sum = 0;
 *
 *           for (int c = 0; c < c_in; c++)
 *               for (int u = 0; u < kh; u++)
 *                   for (int v = 0; v < kw; v++)
 *                       sum += x[((i + u) * w + j + v) * c_in + c]
 *                            * weight[(c * kh + u) * kw + v];
 *           y[i * ow + j] = sum;
 *       }
 *
 * with oh = h-kh+1 and ow = w-kw+1. It never reads outside x, and on many
 * inputs it is right all the same. Write one on which it is wrong.
 *
 *   x       out  c_in x h x w: an image, its channels one after the other;
 *                room for 64 numbers
 *   c_in, h, w, kh, kw  out  the sizes
 *   weight  out  c_in x kh x kw: a kernel for each channel; room for 64
 *                numbers
 *
 * Sizes    1 <= c_in <= 4, 1 <= kh <= h <= 4 and 1 <= kw <= w <= 4.
 * Numbers  from -1000 to 1000. Only the first c_in*h*w of x and the first
 *          c_in*kh*kw of weight count; the others need not be written.
 * Smallest The fewer numbers x and weight have together, the better the
 *          test. It can be done with 6.
 */
#include "exercises.h"

void break_layout(float *x, int *c_in, int *h, int *w, float *weight, int *kh,
                  int *kw)
{
    /* TODO: fill in an input on which the program above is wrong. */
}
