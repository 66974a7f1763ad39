// expect: verdict=not_started
// The stub left alone.
/* break_zero_padding: write the input that shows a wrong program
 *
 * Somebody wrote max_pool_2d, for one channel, like this:
 *
 *   for (int i = 0; i < oh; i++)
 *       for (int j = 0; j < ow; j++) {
 *           float best = -INFINITY;
 *
 *           for (int u = 0; u < kh; u++)
 *               for (int v = 0; v < kw; v++) {
 *                   int r = i * sh - ph + u, q = j * sw - pw + v;
 *                   int inside = r >= 0 && r < h && q >= 0 && q < w;
 *
 *                   best = fmaxf(best, inside ? x[r * w + q] : 0);
 *               }
 *           y[i * ow + j] = best;
 *       }
 *
 * with oh = (h + 2*ph - kh) / sh + 1 and ow = (w + 2*pw - kw) / sw + 1: the
 * padding is taken to hold zeros. On many inputs it is right all the same.
 * Write one on which it is wrong.
 *
 *   x   out  h x w: an image, row-major; room for 64 numbers
 *   h, w, kh, kw, sh, sw, ph, pw  out  the sizes
 *
 * Sizes    1 <= h, w <= 8 and 1 <= sh, sw <= 8; 0 <= ph <= kh/2 and
 *          0 <= pw <= kw/2; 1 <= kh <= h + 2*ph and 1 <= kw <= w + 2*pw.
 * Numbers  from -1000 to 1000. Only the first h*w of x count; the others need
 *          not be written.
 * Smallest The fewer numbers x has, the better the test. It can be done
 *          with 1.
 */
#include "exercises.h"

void break_zero_padding(float *x, int *h, int *w, int *kh, int *kw, int *sh,
                        int *sw, int *ph, int *pw)
{
    /* TODO: fill in an input on which the program above is wrong. */
}
