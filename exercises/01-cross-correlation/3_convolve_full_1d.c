/* convolve_full_1d: multiply two polynomials
 *
 *   y[i] = sum over u of x[i-u] k[u]     (u = 0 .. kw-1, wherever
 *                                         0 <= i-u <= w-1)
 *
 * This is true convolution, kernel flipped, at full size: every place where
 * the two overlap at all. If x and k hold the coefficients of two
 * polynomials, lowest power first, y holds those of their product:
 * (1 + 2X) (2 - X + 2X^2) = 2 + 3X + 4X^3, so 1 2 by 2 -1 2 is 2 3 0 4.
 *
 *   x   in   w: the signal
 *   k   in   kw: the kernel
 *   y   out  w+kw-1
 *
 * Sizes    w >= 1 and kw >= 1; either may be the longer one. Exchanging x
 *          and k changes nothing.
 * Numbers  any floats, also negative ones and fractions; no sum overflows.
 *          Add the products in any order, in float or wider: with whole
 *          numbers the answer is exact, else the rounding is allowed.
 * Arrays   x and k are only read, and only inside: there are no zeros
 *          beside them in memory. y overlaps neither, holds anything at all
 *          before the call, and every element of it is written.
 */
#include "exercises.h"

void convolve_full_1d(const float *x, int w, const float *k, int kw, float *y)
{
    /* TODO: fill y with the full convolution of x and k. */
}
