/* correlate_2d_dilated: a kernel with gaps, at any stride
 *
 *   y[i, j] = sum over u, v of x[i*sh + u*dh, j*sw + v*dw] k[u, v]
 *                              (u = 0 .. kh-1, v = 0 .. kw-1)
 *
 *   x   in   h x w: the image
 *   k   in   kh x kw: the kernel; it is not flipped
 *   sh  in   stride down       sw  in  stride across
 *   dh  in   dilation down: rows from one kernel row to the next
 *   dw  in   dilation across: columns from one kernel column to the next
 *   y   out  oh x ow with oh = floor((h - (dh*(kh-1) + 1)) / sh) + 1
 *                     and ow = floor((w - (dw*(kw-1) + 1)) / sw) + 1
 *
 * Sizes    kh, kw, sh, sw, dh, dw >= 1, dh*(kh-1) + 1 <= h and
 *          dw*(kw-1) + 1 <= w. Dilation 1 is a kernel without gaps.
 * Numbers  any floats, also negative ones and fractions; no sum overflows.
 *          Add the products in any order, in float or wider: with whole
 *          numbers the answer is exact, else the rounding is allowed.
 * Arrays   x and k are only read. y overlaps neither, holds anything at all
 *          before the call, and every element of it is written.
 */
#include "exercises.h"

void correlate_2d_dilated(const float *x, int h, int w, const float *k, int kh,
                          int kw, int sh, int sw, int dh, int dw, float *y)
{
    /* TODO: fill y with the dilated cross-correlation of x and k. */
}
