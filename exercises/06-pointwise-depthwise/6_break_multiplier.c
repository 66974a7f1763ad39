/* break_multiplier: write the input that shows a wrong program
 *
 * Somebody wrote a depthwise convolution, stride 1, no padding, no bias,
 * like this:
 *
 *   for (int o = 0; o < c_in * m; o++)
 *       for (int i = 0; i < oh; i++)
 *           for (int j = 0; j < ow; j++) {
 *               float sum = 0;
 *
 *               for (int u = 0; u < kh; u++)
 *                   for (int v = 0; v < kw; v++)
 *                       sum += x[(o % c_in * h + i + u) * w + j + v]
 *                            * weight[(o * kh + u) * kw + v];
 *               y[(o * oh + i) * ow + j] = sum;
 *           }
 *
 * with oh = h-kh+1 and ow = w-kw+1. Right is o / m in place of o % c_in. On
 * many inputs both give the same. Write one on which they do not.
 *
 *   x       out  c_in x h x w: an image; room for 64 numbers
 *   c_in, h, w, m, kh, kw  out  the sizes
 *   weight  out  c_in*m x kh x kw: the kernels; room for 64 numbers
 *
 * Sizes    1 <= c_in, m <= 8; 1 <= kh <= h <= 8 and 1 <= kw <= w <= 8. Neither
 *          x nor weight has more than 64 numbers.
 * Numbers  from -1000 to 1000. Only the first c_in*h*w of x and the first
 *          c_in*m*kh*kw of weight count; the others need not be written.
 * Smallest The fewer numbers x and weight have together, the better the
 *          test. It can be done with 6.
 */
#include "exercises.h"

void break_multiplier(float *x, int *c_in, int *h, int *w, float *weight,
                      int *m, int *kh, int *kw)
{
    /* TODO: fill in an input on which the program above is wrong. */
}
