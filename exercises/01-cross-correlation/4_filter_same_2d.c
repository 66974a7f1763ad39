/* filter_same_2d: filter an image, keeping its size
 *
 *   y[i, j] = sum over u, v of x[i+u-kh/2, j+v-kw/2] k[u, v]
 *                              (u = 0 .. kh-1, v = 0 .. kw-1)
 *   where x counts as 0 outside the image
 *
 * The middle of the kernel, k[kh/2, kw/2], lies on the pixel that is
 * computed. The kernel is not flipped.
 *
 *   x   in   h x w: the image, row-major
 *   k   in   kh x kw: the kernel, row-major
 *   y   out  h x w, row-major
 *
 * Sizes    h, w, kh, kw >= 1; kh and kw are odd, and may differ. The kernel
 *          may be larger than the image.
 * Numbers  any floats, also negative ones and fractions; no sum overflows.
 *          Add the products in any order, in float or wider: with whole
 *          numbers the answer is exact, else the rounding is allowed.
 * Arrays   x and k are only read, and only inside: there are no zeros
 *          around the image in memory. y overlaps neither, holds anything
 *          at all before the call, and every element of it is written.
 */
#include "exercises.h"

void filter_same_2d(const float *x, int h, int w, const float *k, int kh,
                    int kw, float *y)
{
    /* TODO: fill y with the filtered image, zeros outside. */
}
