/* Chapter 6, pointwise and depthwise: what to write.
 *
 * Each comment is a contract: what the function is given, what it must
 * leave behind, and what happens at the edges. The letters are those of
 * the lesson. All arrays are row-major, the last axis without gaps: element
 * [c, i, j] of an array of planes h x w is a[(c*h + i)*w + j].
 */
#ifndef CONVLINGS_POINTWISE_DEPTHWISE_EXERCISES_H
#define CONVLINGS_POINTWISE_DEPTHWISE_EXERCISES_H

/* conv1x1: mix the channels, pixel by pixel
 *
 *   y[b, o, i, j] = bias[o] + sum over c of weight[o, c] x[b, c, i, j]
 *                                           (c = 0 .. c_in-1)
 *
 *   x       in   n x c_in x h x w: n images of c_in channels
 *   weight  in   c_out x c_in: row o makes output channel o
 *   bias    in   c_out
 *   y       out  n x c_out x h x w: height and width stay
 *
 * Sizes    n, c_in, h, w, c_out >= 1; none of them need be equal.
 * Numbers  any floats, also negative ones and fractions; no sum overflows.
 *          Add the terms in any order, in float or wider: with whole
 *          numbers the answer is exact, else the rounding is allowed.
 * Arrays   x, weight and bias are only read. y overlaps none of them, holds
 *          anything at all before the call, and every element is written.
 *
 * Task     Fill y with the mixed channels.
 */
void conv1x1(const float *x, int n, int c_in, int h, int w, const float *weight,
             int c_out, const float *bias, float *y);

/* depthwise_conv2d: every channel has kernels of its own
 *
 *   y[o, i, j] = bias[o] + sum over u, v of
 *                x[o/m, i*s-p+u, j*s-p+v] weight[o, u, v]
 *                                   (u = 0 .. kh-1, v = 0 .. kw-1)
 *   where x counts as 0 outside the image
 *
 * Input channel c makes the m output channels c*m .. c*m + m-1, and no
 * output channel sees more than one input channel: o/m is C's division.
 *
 *   x       in   c_in x h x w: one image of c_in channels
 *   weight  in   c_in*m x kh x kw: one kernel for each output channel; none is
 *                flipped
 *   m       in   the multiplier: output channels per input channel
 *   bias    in   c_in*m
 *   s, p    in   stride and padding, the same down and across; p rows of
 *                zeros above and below, p columns left and right
 *   y       out  c_in*m x oh x ow with oh = (h + 2p - kh)/s + 1, rounded down,
 *                and ow = (w + 2p - kw)/s + 1
 *
 * Sizes    c_in, h, w, m, kh, kw, s >= 1 and p >= 0; kh <= h + 2p and
 *          kw <= w + 2p.
 * Numbers  any floats, also negative ones and fractions; no sum overflows.
 *          Add the terms in any order, in float or wider: with whole
 *          numbers the answer is exact, else the rounding is allowed.
 * Arrays   x, weight and bias are only read, and only inside: there are no
 *          zeros around the image in memory. y overlaps none of them, holds
 *          anything at all before the call, and every element is written.
 *
 * Task     Fill y with the depthwise convolution of x.
 */
void depthwise_conv2d(const float *x, int c_in, int h, int w,
                      const float *weight, int m, int kh, int kw,
                      const float *bias, int s, int p, float *y);

/* separable_conv2d: first every channel alone, then all of them at a pixel
 *
 *   z[c, i, j] = sum over u, v of x[c, i+u, j+v] depth[c, u, v]
 *                                   (u = 0 .. kh-1, v = 0 .. kw-1)
 *   y[o, i, j] = bias[o] + sum over c of point[o, c] z[c, i, j]
 *
 * That is a depthwise convolution, and on what comes out of it a 1x1
 * convolution. Nothing happens between the two: no bias, no ReLU.
 *
 *   x      in   c_in x h x w: one image
 *   depth  in   c_in x kh x kw: one kernel for each input channel; none is
 *               flipped
 *   point  in   c_out x c_in: the 1x1 kernels
 *   bias   in   c_out
 *   y      out  c_out x oh x ow with oh = h-kh+1 and ow = w-kw+1
 *
 * Sizes    c_in, h, w, c_out >= 1; 1 <= kh <= h and 1 <= kw <= w.
 * Numbers  any floats, also negative ones and fractions; no sum overflows.
 *          Add the terms in any order, in float or wider: with whole
 *          numbers the answer is exact, else the rounding is allowed.
 * Memory   z need not be stored as a whole. Who wants to may take memory
 *          with malloc, and frees it.
 * Arrays   x, depth, point and bias are only read. y overlaps none of them,
 *          holds anything at all before the call, and every element is
 *          written.
 *
 * Task     Fill y with the depthwise separable convolution of x.
 */
void separable_conv2d(const float *x, int c_in, int h, int w,
                      const float *depth, int kh, int kw, const float *point,
                      int c_out, const float *bias, float *y);

/* factor_kernel: is this kernel a column times a row?
 *
 * k is an outer product if there are a column and a row with
 *
 *   k[u, v] = col[u] row[v]   for all u and v
 *
 * Then every row of k is a multiple of one and the same row. There are many
 * such pairs: twice the row and half the column will do as well. The one
 * asked for is this: row is the first row of k that is not all zeros, and
 * col says how many times each row of k contains it. So col is 1 for that
 * row of k, and 0 for all above it.
 *
 *   k    in   kh x kw: the kernel
 *   col  out  kh
 *   row  out  kw
 *
 * Returns  1 if k is an outer product, 0 if not. If not, col and row are
 *          filled with zeros. A kernel of zeros is an outer product, of a
 *          column of zeros and a row of zeros.
 * Sizes    kh, kw >= 1; they may differ.
 * Numbers  finite floats. Fractions are rounded before you see them, so
 *          take two numbers for equal if they differ by less than 1e-4
 *          times the greatest |k[u, v]|. In every case here each element is
 *          either ten times nearer to the product, or ten times farther off.
 *          Each col[u] may be off by 1e-5 times the greatest |col[u]|, and
 *          row alike.
 * Library  fabsf is declared in math.h: #include <math.h>
 * Arrays   k is only read. col and row overlap neither k nor each other and
 *          are written on every call.
 *
 * Task     Split k into col and row and return 1; or return 0.
 */
int factor_kernel(const float *k, int kh, int kw, float *col, float *row);

/* separable_cost: what does a depthwise separable layer save?
 *
 * One layer makes c_out channels of oh x ow pixels from c_in channels, with
 * kernels kh x kw. Do it at once, or in two steps, depthwise (one kernel for
 * each input channel) and then pointwise (1x1):
 *
 *   full        all the weights of the full convolution
 *   separable   all the weights of the two steps together
 *
 * In either layer each weight is used once for every pixel of the output:
 * one multiplication, added to a sum. There is no bias. Stride and padding
 * are already in oh and ow.
 *
 *   full, separable  out  one number each
 *
 * Returns  how many multiplications the separable layer saves, for one
 *          image. Below 0 if it needs more than the full one.
 * Sizes    all six >= 1. The weights fit in an int. The multiplications need
 *          not: count them in long long, of which int times int makes none.
 *
 * Task     Set *full and *separable, and return what is saved.
 */
long long separable_cost(int c_in, int c_out, int kh, int kw, int oh, int ow,
                         int *full, int *separable);

/* break_multiplier: write the input that shows a wrong program
 *
 * Somebody wrote a depthwise convolution, stride 1, no padding, no bias,
 * like this:
 *
 *   for (int o = 0; o < c_in * m; o++)
 *       for (int i = 0; i < oh; i++)
 *           for (int j = 0; j < ow; j++) {
 *               float sum = 0;
 *
 *               for (int u = 0; u < kh; u++)
 *                   for (int v = 0; v < kw; v++)
 *                       sum += x[(o % c_in * h + i + u) * w + j + v]
 *                            * weight[(o * kh + u) * kw + v];
 *               y[(o * oh + i) * ow + j] = sum;
 *           }
 *
 * with oh = h-kh+1 and ow = w-kw+1. Right is o / m in place of o % c_in. On
 * many inputs both give the same. Write one on which they do not.
 *
 *   x       out  c_in x h x w: an image; room for 64 numbers
 *   c_in, h, w, m, kh, kw  out  the sizes
 *   weight  out  c_in*m x kh x kw: the kernels; room for 64 numbers
 *
 * Sizes    1 <= c_in, m <= 8; 1 <= kh <= h <= 8 and 1 <= kw <= w <= 8. Neither
 *          x nor weight has more than 64 numbers.
 * Numbers  from -1000 to 1000. Only the first c_in*h*w of x and the first
 *          c_in*m*kh*kw of weight count; the others need not be written.
 * Smallest The fewer numbers x and weight have together, the better the
 *          test. It can be done with 6.
 *
 * Task     Fill in an input on which the program above is wrong.
 */
void break_multiplier(float *x, int *c_in, int *h, int *w, float *weight,
                      int *m, int *kh, int *kw);

/* break_neighbours: write the kernel that shows a wrong program
 *
 * Somebody tells whether a kernel is an outer product like this:
 *
 *   for (int u = 0; u + 1 < kh; u++)
 *       for (int v = 0; v + 1 < kw; v++)
 *           if (k[u * kw + v] * k[(u + 1) * kw + v + 1] !=
 *               k[u * kw + v + 1] * k[(u + 1) * kw + v])
 *               return 0;
 *   return 1;
 *
 * In an outer product both sides are col[u] row[v] col[u+1] row[v+1], and so
 * every square of four neighbours passes. Take the numbers as exact. On many
 * kernels the program is right. Write one on which it is wrong.
 *
 *   k       out  kh x kw: a kernel, row-major; room for 64 numbers
 *   kh, kw  out  the sizes
 *
 * Sizes    1 <= kh, kw <= 8.
 * Numbers  from -1000 to 1000, whole. Only the first kh*kw of k count; the
 *          others need not be written.
 * Smallest The fewer numbers k has, the better the test. It can be done
 *          with 6.
 *
 * Task     Fill in a kernel on which the program above is wrong.
 */
void break_neighbours(float *k, int *kh, int *kw);

#endif
