/* Chapter 2, convolution as a matrix product: what to write.
 *
 * Each comment is a contract: what the function is given, what it must
 * leave behind, and what happens at the edges. The letters are those of
 * the lesson. All arrays are row-major: element [i, j] of an array whose
 * rows are n long is a[i*n + j].
 */
#ifndef CONVLINGS_TOEPLITZ_EXERCISES_H
#define CONVLINGS_TOEPLITZ_EXERCISES_H

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
 *
 * Task     Fill U with the matrix of the kernel.
 */
void toeplitz_1d(const float *k, int kw, int w, float *U);

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
 *
 * Task     Fill U with the circulant matrix of the kernel.
 */
void circulant_1d(const float *k, int kw, int w, float *U);

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
 *
 * Task     Fill y with the product of U and x.
 */
void matvec(const float *U, int m, int n, const float *x, float *y);

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
 *
 * Task     Fill U with the matrix of the kernel.
 */
void toeplitz_2d(const float *k, int kh, int kw, int h, int w, float *U);

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
 *
 * Task     Fill x with the product of the transposed matrix and y.
 */
void correlate_transpose_2d(const float *y, int oh, int ow, const float *k,
                            int kh, int kw, float *x);

/* count_weights: what a layer has to learn
 *
 *   sharing 0  dense: every output has a weight for every input
 *   sharing 1  local: every output has a kernel of its own, of c_in x kh x kw
 *   sharing 2  shared: one kernel of c_in x kh x kw for each of the c_out
 *              maps, the same at all oh x ow places
 *
 * The input has c_in maps of h x w, the output c_out maps of oh x ow. (An RGB
 * picture has 3 maps: red, green and blue.)
 *
 *   c_in, h, w     in   the input
 *   c_out, oh, ow  in   the output; oh and ow are given: do not compute them
 *   kh, kw         in   the kernel
 *   sharing        in   0, 1 or 2
 *   bias           in   0: there are none. 1: one number more is learned for
 *                       each output or, when shared, for each map
 *   returns             how many numbers are learned, weights and biases
 *
 * Sizes    all at least 1. No count exceeds 10^15, but many exceed what an
 *          int can hold: 2147483647.
 *
 * Task     Return the number of weights and biases.
 */
long long count_weights(int c_in, int h, int w, int c_out, int oh, int ow,
                        int kh, int kw, int sharing, int bias);

/* recover_kernel: from inputs and outputs back to the weights
 *
 * Somebody has computed, for n images x_a and one kernel k,
 *
 *   y_a[i, j] = bias + sum over u, v of x_a[i+u, j+v] k[u, v]
 *
 * and has printed inputs and outputs, rounded or with noise on them, but not
 * k and bias. Find those for which the sum of the squared differences between
 * both sides, over all a, i, j, is smallest.
 *
 *   x     in   n x h x w: image after image, each row-major
 *   y     in   n x oh x ow with oh = h-kh+1 and ow = w-kw+1
 *   k     out  kh x kw
 *   bias  out  1: one number
 *
 * Sizes    1 <= kh <= h, 1 <= kw <= w, kh*kw <= 24: at most 25 unknowns. There
 *          are at least as many equations, n*oh*ow, and they determine all
 *          unknowns.
 * Numbers  compute in double: what is allowed is what sums and elimination in
 *          double may lose, and the rounding to float at the end.
 * Library  malloc is declared in stdlib.h, but arrays of fixed size will do.
 * Arrays   x and y are only read. k and bias overlap nothing, hold anything
 *          at all before the call, and every element of them is written.
 *
 * Task     Fill k and *bias with the kernel and the bias that fit best.
 */
void recover_kernel(const float *x, int n, int h, int w, const float *y, int kh,
                    int kw, float *k, float *bias);

/* break_block_row: write the input that shows a wrong program
 *
 * Somebody read that the matrix of a convolution is "Toeplitz", each row the
 * row above moved on by one place, and computes correlate_2d like this:
 *
 *   for (int e = 0; e < oh * ow; e++) {
 *       float sum = 0;
 *
 *       for (int u = 0; u < kh; u++)
 *           for (int v = 0; v < kw; v++)
 *               sum += x[e + u * w + v] * k[u * kw + v];
 *       y[e] = sum;
 *   }
 *
 * with oh = h-kh+1 and ow = w-kw+1. On many inputs it is right all the
 * same. Write one on which it is wrong.
 *
 *   x   out  h x w: an image, row-major; room for 64 numbers
 *   h, w, kh, kw  out  the sizes
 *   k   out  kh x kw: a kernel, row-major; room for 64 numbers
 *
 * Sizes    1 <= kh <= h <= 8 and 1 <= kw <= w <= 8.
 * Numbers  from -1000 to 1000. Only the first h*w of x and the first kh*kw
 *          of k count; the others need not be written.
 * Smallest The fewer numbers x and k have together, the better the test. It
 *          can be done with 6.
 *
 * Task     Fill in an input on which the program above is wrong.
 */
void break_block_row(float *x, int *h, int *w, float *k, int *kh, int *kw);

#endif
