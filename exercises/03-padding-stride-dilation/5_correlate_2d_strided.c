/* correlate_2d_strided: a window that takes longer steps
 *
 *   y[i, j] = sum over u, v of x[i*sh+u, j*sw+v] k[u, v]
 *                              (u = 0 .. kh-1, v = 0 .. kw-1)
 *
 *   x   in   h x w: the image
 *   k   in   kh x kw: the kernel; it is not flipped
 *   sh  in   stride: rows from one window to the one below
 *   sw  in   columns from one window to the one on the right
 *   y   out  oh x ow with oh = floor((h-kh)/sh) + 1, ow = floor((w-kw)/sw) + 1
 *
 * Sizes    1 <= kh <= h, 1 <= kw <= w, sh >= 1 and sw >= 1. A stride may be
 *          larger than the kernel: then some pixels are never looked at. What
 *          is left over at the bottom and on the right is not looked at
 *          either.
 * Numbers  any floats, also negative ones and fractions; no sum overflows.
 *          Add the products in any order, in float or wider: with whole
 *          numbers the answer is exact, else the rounding is allowed.
 * Arrays   x and k are only read. y overlaps neither, holds anything at all
 *          before the call, and every element of it is written.
 */
#include "exercises.h"

void correlate_2d_strided(const float *x, int h, int w, const float *k, int kh,
                          int kw, int sh, int sw, float *y)
{
    /* TODO: fill y with the strided cross-correlation of x and k. */
}
