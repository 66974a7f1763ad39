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
 */
#include "exercises.h"

void correlate_2d(const float *x, int h, int w, const float *k, int kh, int kw,
                  float *y)
{
    /* TODO: fill y with the cross-correlation of x and k. */
}
