/* max_pool_2d_indices: the largest number, and where it stood
 *
 * As max_pool_2d, and beside each maximum the place it came from:
 *
 *   index[o, i, j] = row*w + column, counted in its own channel of x without
 *                    the padding: from 0 to h*w-1, the same for every o
 *
 *   x       in   c x h x w: c channels; each is pooled by itself
 *   kh, kw  in   the window          sh, sw  in  the stride
 *   ph, pw  in   the padding: ph rows above and ph below, pw columns on the
 *                left and pw on the right. It never wins
 *   y       out  c x oh x ow with oh = floor((h + 2*ph - kh) / sh) + 1 and
 *                ow = floor((w + 2*pw - kw) / sw) + 1
 *   index   out  c x oh x ow
 *
 * Ties     Of equal maxima in a window, the first in row-major order: the
 *          smallest index.
 * Sizes    c, h, w, kh, kw, sh, sw >= 1; kh <= h + 2*ph, kw <= w + 2*pw;
 *          0 <= ph <= kh/2 and 0 <= pw <= kw/2.
 * Numbers  any finite floats. A window may well hold negative numbers only.
 * Arrays   x is only read. y and index overlap nothing, hold anything at all
 *          before the call, and every element of them is written.
 */
#include "exercises.h"

void max_pool_2d_indices(const float *x, int c, int h, int w, int kh, int kw,
                         int sh, int sw, int ph, int pw, float *y, int *index)
{
    /* TODO: fill y with the maxima and index with their places. */
}
