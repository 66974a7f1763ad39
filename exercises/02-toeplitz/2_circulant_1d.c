/* circulant_1d: the same, on a ring
 *
 *   U[i, (i+u) mod w] = k[u]     (i = 0 .. w-1, u = 0 .. kw-1),  0 elsewhere
 *
 * The signal is a ring: after its last number comes its first. So the kernel
 * may begin anywhere, there are w outputs, and each row of U is the row above,
 * moved on by one place; what leaves at the right comes in at the left.
 *
 *   k   in   kw: the kernel; it is not flipped
 *   w   in   how long a signal is
 *   U   out  w x w, row-major
 *
 * Sizes    1 <= kw <= w: no number of k meets another.
 * Numbers  any floats, also 0, negative ones and fractions. They are copied:
 *          the answer is exact.
 * Arrays   k is only read. U does not overlap it, holds anything at all
 *          before the call, and every element of it is written, the zeros
 *          too.
 */
#include "exercises.h"

void circulant_1d(const float *k, int kw, int w, float *U)
{
    /* TODO: fill U with the circulant matrix of the kernel. */
}
