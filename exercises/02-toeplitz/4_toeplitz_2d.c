/* toeplitz_2d: write a kernel for images as a matrix
 *
 *   U[i*ow + j, (i+u)*w + (j+v)] = k[u, v]     0 elsewhere
 *            (i = 0 .. oh-1, j = 0 .. ow-1, u = 0 .. kh-1, v = 0 .. kw-1)
 *
 * Image and output are read row after row, as they lie in memory: row i*ow+j
 * of U makes y[i, j], and its column r*w+c is what it takes of x[r, c].
 *
 *   k   in   kh x kw: the kernel, row-major; it is not flipped
 *   h   in   how many rows an image has
 *   w   in   how many columns
 *   U   out  oh*ow x h*w with oh = h-kh+1 and ow = w-kw+1, row-major
 *
 * Sizes    1 <= kh <= h and 1 <= kw <= w. U has fewer than 20000 elements.
 * Numbers  any floats, also 0, negative ones and fractions. They are copied:
 *          the answer is exact.
 * Arrays   k is only read. U does not overlap it, holds anything at all
 *          before the call, and every element of it is written, the zeros
 *          too.
 */
#include "exercises.h"

void toeplitz_2d(const float *k, int kh, int kw, int h, int w, float *U)
{
    /* TODO: fill U with the matrix of the kernel. */
}
