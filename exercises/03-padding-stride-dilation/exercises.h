/* Chapter 3, padding, stride and dilation: what to write.
 *
 * Each comment is a contract: what the function is given, what it must
 * leave behind, and what happens at the edges. The letters are those of
 * the lesson. All arrays are row-major: element [i, j] of an array whose
 * rows are w long is a[i*w + j].
 */
#ifndef CONVLINGS_PADDING_STRIDE_DILATION_EXERCISES_H
#define CONVLINGS_PADDING_STRIDE_DILATION_EXERCISES_H

/* What stands outside an axis a b c d:
 *   PAD_ZEROS      0 0 0 | a b c d | 0 0 0
 *   PAD_REFLECT    d c b | a b c d | c b a    the edge is the mirror
 *   PAD_SYMMETRIC  c b a | a b c d | d c b    the mirror is beside the edge
 *   PAD_REPLICATE  a a a | a b c d | d d d
 *   PAD_CIRCULAR   b c d | a b c d | a b c
 */
enum { PAD_ZEROS, PAD_REFLECT, PAD_SYMMETRIC, PAD_REPLICATE, PAD_CIRCULAR };

/* output_size: count the windows along one axis
 *
 *   extent = d*(k-1) + 1             what the spread kernel covers
 *   result = floor((n + before + after - extent) / s) + 1
 *   and 0, if the padded axis is shorter than extent: no window fits
 *
 *   n              in   elements of the axis
 *   k              in   elements of the kernel
 *   s              in   stride: from one window to the next
 *   before, after  in   padding on the two sides
 *   d              in   dilation: from one kernel element to the next
 *
 * Sizes    n, k, s, d >= 1 and before, after >= 0; no sum or product of
 *          them goes beyond an int.
 * Returns  the number of windows, 0 or more.
 *
 * Task     Return the number of windows.
 */
int output_size(int n, int k, int s, int before, int after, int d);

/* pad_index: which element is seen at a position outside?
 *
 * The axis has the elements 0 .. n-1. Position i may lie far outside on
 * either side; the mode, one of the five above, says which element is seen
 * there. Mirrors and copies repeat for ever: with n = 3, positions
 * -7 .. 7 see
 *
 *   PAD_ZEROS      none of them but 0 1 2
 *   PAD_REFLECT    1 2 1 0 1 2 1 | 0 1 2 | 1 0 1 2 1
 *   PAD_SYMMETRIC  0 0 1 2 2 1 0 | 0 1 2 | 2 1 0 0 1
 *   PAD_REPLICATE  0 0 0 0 0 0 0 | 0 1 2 | 2 2 2 2 2
 *   PAD_CIRCULAR   2 0 1 2 0 1 2 | 0 1 2 | 0 1 2 0 1
 *
 *   i     in   the position, -1000000 .. 1000000
 *   n     in   elements of the axis, 1 .. 1000000
 *   mode  in   PAD_ZEROS, PAD_REFLECT, PAD_SYMMETRIC, PAD_REPLICATE or
 *              PAD_CIRCULAR
 *
 * Inside   A position 0 .. n-1 sees its own element in every mode.
 * n = 1    PAD_REFLECT has nothing to mirror but the one element: 0.
 * Returns  the element's index, 0 .. n-1; or -1, if no element is seen but
 *          a zero (PAD_ZEROS outside).
 *
 * Task     Return the index of the element that is seen at i.
 */
int pad_index(int i, int n, int mode);

/* pad_2d: put a border around an image
 *
 *   y[i, j] = the element of x that is seen at row i-pt, column j-pl,
 *             or 0 if none is
 *
 * Rows and columns follow the same mode, each for itself: in a corner both
 * are outside.
 *
 *   x     in   h x w: the image
 *   pt    in   rows added on top           pb  in  at the bottom
 *   pl    in   columns added on the left   pr  in  on the right
 *   mode  in   PAD_ZEROS, PAD_REFLECT, PAD_SYMMETRIC, PAD_REPLICATE or
 *              PAD_CIRCULAR, as in pad_index
 *   y     out  (pt+h+pb) x (pl+w+pr)
 *
 * Sizes    h, w >= 1 and pt, pb, pl, pr >= 0. The four may all differ, and
 *          may be larger than the image.
 * Numbers  any floats; they are copied.
 * Arrays   x is only read, and only inside. y does not overlap it, holds
 *          anything at all before the call, and every element of it is
 *          written, zeros too.
 * Helper   Your pad_index is not linked in: put a copy of it above.
 *
 * Task     Fill y with the image and its border.
 */
void pad_2d(const float *x, int h, int w, int pt, int pb, int pl, int pr,
            int mode, float *y);

/* same_padding: the padding of "same", as TensorFlow counts it
 *
 * With a stride s, "same" means ceil(n/s) outputs. Take the least padding
 * that gives so many windows,
 *
 *   extent = d*(k-1) + 1
 *   total  = (ceil(n/s) - 1)*s + extent - n, but at least 0
 *
 * and put half of it on each side; if it is odd, the odd one goes after. At
 * stride 1 the total is d*(k-1), whatever n is, and PyTorch agrees.
 *
 *   n              in   elements of the axis
 *   k              in   elements of the kernel, odd or even
 *   s              in   stride
 *   d              in   dilation
 *   before, after  out  padding on the two sides
 *
 * Sizes    n, k, s, d >= 1; no sum or product of them goes beyond an int.
 * Arrays   *before and *after are written on every call.
 *
 * Task     Set *before and *after.
 */
void same_padding(int n, int k, int s, int d, int *before, int *after);

/* correlate_2d_strided: a window that takes longer steps
 *
 *   y[i, j] = sum over u, v of x[i*sh+u, j*sw+v] k[u, v]
 *                              (u = 0 .. kh-1, v = 0 .. kw-1)
 *
 *   x   in   h x w: the image
 *   k   in   kh x kw: the kernel; it is not flipped
 *   sh  in   stride: rows from one window to the one below
 *   sw  in   columns from one window to the one on the right
 *   y   out  oh x ow with oh = floor((h-kh)/sh) + 1, ow = floor((w-kw)/sw) + 1
 *
 * Sizes    1 <= kh <= h, 1 <= kw <= w, sh >= 1 and sw >= 1. A stride may be
 *          larger than the kernel: then some pixels are never looked at. What
 *          is left over at the bottom and on the right is not looked at
 *          either.
 * Numbers  any floats, also negative ones and fractions; no sum overflows.
 *          Add the products in any order, in float or wider: with whole
 *          numbers the answer is exact, else the rounding is allowed.
 * Arrays   x and k are only read. y overlaps neither, holds anything at all
 *          before the call, and every element of it is written.
 *
 * Task     Fill y with the strided cross-correlation of x and k.
 */
void correlate_2d_strided(const float *x, int h, int w, const float *k, int kh,
                          int kw, int sh, int sw, float *y);

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
 *
 * Task     Fill y with the dilated cross-correlation of x and k.
 */
void correlate_2d_dilated(const float *x, int h, int w, const float *k, int kh,
                          int kw, int sh, int sw, int dh, int dw, float *y);

/* break_dilated_size: find sizes that refute a printed formula
 *
 * A lecture prints the output size of a dilated convolution, with p zeros
 * on each side, as
 *
 *   floor((n + 2*p - (d*k - 1) - 1) / s + 1)
 *
 * For the lecture's own example, n = 50, k = 3, p = 4, s = 2 and d = 3, this
 * gives 25; PyTorch's output, printed in the same lecture, has 26. Find the
 * smallest such case.
 *
 *   n  out  elements of the axis        k  out  elements of the kernel
 *   p  out  zeros on each side          s  out  stride
 *   d  out  dilation
 *
 * Sizes    n, k, s and d from 1 to 100, p from 0 to 100, and at least one
 *          window fits: d*(k-1) + 1 <= n + 2*p.
 * Smallest The fewer numbers axis and kernel have together, n + k, the
 *          better. It can be done with 2.
 *
 * Task     Fill in sizes for which the printed formula is wrong.
 */
void break_dilated_size(int *n, int *k, int *p, int *s, int *d);

#endif
