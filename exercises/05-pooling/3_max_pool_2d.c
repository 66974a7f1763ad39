/* max_pool_2d: the largest number of each window of each channel
 *
 *   y[o, i, j] = max over u, v of x[o, i*sh - ph + u, j*sw - pw + v]
 *                (u = 0 .. kh-1, v = 0 .. kw-1; only places inside x)
 *
 *   x       in   c x h x w: c channels; each is pooled by itself
 *   kh, kw  in   the window          sh, sw  in  the stride
 *   ph, pw  in   the padding: ph rows above and ph below, pw columns on the
 *                left and pw on the right. It never wins: as if it held
 *                minus infinity
 *   y       out  c x oh x ow with oh = floor((h + 2*ph - kh) / sh) + 1 and
 *                ow = floor((w + 2*pw - kw) / sw) + 1
 *
 * Sizes    c, h, w, kh, kw, sh, sw >= 1; kh <= h + 2*ph, kw <= w + 2*pw;
 *          0 <= ph <= kh/2 and 0 <= pw <= kw/2, so that every window holds
 *          at least one number of x. Windows may overlap or leave gaps.
 * Numbers  any finite floats. A window may well hold negative numbers only.
 * Arrays   x is only read. y does not overlap it, holds anything at all
 *          before the call, and every element of it is written.
 */
#include "exercises.h"

void max_pool_2d(const float *x, int c, int h, int w, int kh, int kw, int sh,
                 int sw, int ph, int pw, float *y)
{
    /* TODO: fill y with the largest number of each window. */
}
