/* avg_pool_2d: the average of each window
 *
 *   y[i, j] = sum over u, v of x[i*sh - ph + u, j*sw - pw + v] / count
 *             (u = 0 .. kh-1, v = 0 .. kw-1; only places inside x)
 *
 *   x       in   h x w: one channel
 *   kh, kw  in   the window          sh, sw  in  the stride
 *   ph, pw  in   the padding, zeros: ph rows above and ph below, pw columns
 *                on the left and pw on the right
 *   ceil_mode          in   0: only windows inside the padded image;
 *                           otherwise as in pooled_size, on each axis
 *   count_padding  in   0: count is the number of places of the window
 *                           that lie inside x; otherwise of those that lie
 *                           inside x or its padding
 *   y       out  oh x ow, the sizes that pooled_size gives for each axis
 *
 * What lies beyond the padding, where ceil mode may reach, is never counted.
 *
 * Sizes    h, w, kh, kw, sh, sw >= 1; kh <= h + 2*ph, kw <= w + 2*pw;
 *          0 <= ph <= kh/2 and 0 <= pw <= kw/2, so that every window holds
 *          at least one number of x.
 * Numbers  any finite floats; no sum overflows. Add in any order, in float or
 *          wider, and divide or multiply with the reciprocal: the rounding of
 *          these is allowed.
 * Arrays   x is only read. y does not overlap it, holds anything at all
 *          before the call, and every element of it is written.
 */
#include "exercises.h"

void avg_pool_2d(const float *x, int h, int w, int kh, int kw, int sh, int sw,
                 int ph, int pw, int ceil_mode, int count_padding, float *y)
{
    /* TODO: fill y with the average of each window. */
}
