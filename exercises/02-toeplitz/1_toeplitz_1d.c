/* toeplitz_1d: write a kernel as a matrix
 *
 *   U[i, i+u] = k[u]     (i = 0 .. ow-1, u = 0 .. kw-1),  0 elsewhere
 *
 * So that the matrix U times a signal x of w numbers is the cross-correlation
 * of x and k: each row of U makes one output.
 *
 *   k   in   kw: the kernel; it is not flipped
 *   w   in   how long a signal is
 *   U   out  ow x w with ow = w-kw+1, row-major
 *
 * Sizes    1 <= kw <= w. When kw = w, U is one row.
 * Numbers  any floats, also 0, negative ones and fractions. They are copied:
 *          the answer is exact.
 * Arrays   k is only read. U does not overlap it, holds anything at all
 *          before the call, and every element of it is written, the zeros
 *          too.
 */
#include "exercises.h"

void toeplitz_1d(const float *k, int kw, int w, float *U)
{
    /* TODO: fill U with the matrix of the kernel. */
}
