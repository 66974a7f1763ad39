/* matvec: a matrix times a vector
 *
 *   y[i] = sum over j of U[i, j] x[j]     (j = 0 .. n-1)
 *
 *   U   in   m x n: the matrix, U[i, j] is U[i*n + j]
 *   m   in   its rows, one for each output
 *   n   in   its columns, one for each input
 *   x   in   n
 *   y   out  m
 *
 * Sizes    m >= 1 and n >= 1; U may be wide, high or square.
 * Numbers  any floats, also negative ones and fractions; no sum overflows.
 *          Add the products in any order, in float or wider: with whole
 *          numbers the answer is exact, else the rounding is allowed.
 * Arrays   U and x are only read. y overlaps neither, holds anything at all
 *          before the call, and every element of it is written.
 */
#include "exercises.h"

void matvec(const float *U, int m, int n, const float *x, float *y)
{
    /* TODO: fill y with the product of U and x. */
}
