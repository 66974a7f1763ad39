/* correlate_transpose_2d: the same weights, from outputs back to inputs
 *
 *   x[r, c] = sum over u, v of y[r-u, c-v] k[u, v]
 *                  (u = 0 .. kh-1, v = 0 .. kw-1, wherever y[r-u, c-v] is
 *                   inside: 0 <= r-u < oh and 0 <= c-v < ow)
 *
 * This is x = U' y, where U' is the matrix of toeplitz_2d with rows and
 * columns exchanged; U itself is not needed. Another way to say it: where
 * correlate_2d adds x[i+u, j+v] k[u, v] to y[i, j], this adds y[i, j] k[u, v]
 * to x[i+u, j+v].
 *
 *   y   in   oh x ow, row-major
 *   k   in   kh x kw: the kernel, row-major
 *   x   out  h x w with h = oh+kh-1 and w = ow+kw-1, row-major
 *
 * Sizes    oh, ow, kh, kw >= 1; the kernel may be larger than y.
 * Numbers  any floats, also negative ones and fractions; no sum overflows.
 *          Add the products in any order, in float or wider: with whole
 *          numbers the answer is exact, else the rounding is allowed.
 * Arrays   y and k are only read, and only inside. x overlaps neither, holds
 *          anything at all before the call, and every element is written.
 */
#include "exercises.h"

void correlate_transpose_2d(const float *y, int oh, int ow, const float *k,
                            int kh, int kw, float *x)
{
    /* TODO: fill x with the product of the transposed matrix and y. */
}
