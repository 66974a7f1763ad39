/* correlate_1d: slide a kernel along a signal
 *
 *   y[i] = sum over u of x[i+u] k[u]     (u = 0 .. kw-1)
 *
 *   x   in   w: the signal
 *   k   in   kw: the kernel; it is not flipped
 *   y   out  ow = w-kw+1: one number for each place where the kernel fits
 *
 * Sizes    1 <= kw <= w. When kw = w, y has one number.
 * Numbers  any floats, also negative ones and fractions; no sum overflows.
 *          Add the products in any order, in float or wider: with whole
 *          numbers the answer is exact, else the rounding is allowed.
 * Arrays   x and k are only read. y overlaps neither, holds anything at all
 *          before the call, and every element of it is written.
 */
#include "exercises.h"

void correlate_1d(const float *x, int w, const float *k, int kw, float *y)
{
    /* TODO: fill y with the cross-correlation of x and k. */
}
