/* Chapter 5, pooling: what to write.
 *
 * Each comment is a contract: what the function is given, what it must
 * leave behind, and what happens at the edges. The letters are those of
 * the lesson. All arrays are row-major: element [o, i, j] of an array of
 * planes, h rows by w columns each, is a[(o*h + i)*w + j].
 */
#ifndef CONVLINGS_POOLING_EXERCISES_H
#define CONVLINGS_POOLING_EXERCISES_H

/* max_pool_1d: the largest number of each window
 *
 *   y[i] = max over v of x[i*kw + v]     (v = 0 .. kw-1)
 *
 * The windows lie side by side, each kw long. What is left over at the end
 * and too short for a window is dropped.
 *
 *   x   in   w: the signal
 *   y   out  ow = floor(w / kw): one number for each whole window
 *
 * Sizes    1 <= kw <= w. w need not be a multiple of kw.
 * Numbers  any finite floats. A window may well hold negative numbers only.
 * Arrays   x is only read. y does not overlap it, holds anything at all
 *          before the call, and every element of it is written.
 *
 * Task     Fill y with the largest number of each window.
 */
void max_pool_1d(const float *x, int w, int kw, float *y);

/* pooled_size: how many windows there are
 *
 * Along one axis of w elements, with pw places of padding before it and pw
 * behind it, windows of kw places start every sw places, the first at the
 * first place of the padding.
 *
 *   ceil_mode 0   only windows that end inside: the padded axis has
 *                 w + 2*pw places, and no window reaches beyond them
 *   otherwise     one window more if places are left over, though it hangs
 *                 over the end; but not if its first place lies behind the
 *                 last element of the axis, in the padding or beyond it
 *
 *   returns the number of windows
 *
 * Sizes    w, kw, sw >= 1; kw <= w + 2*pw; 0 <= pw <= kw/2. No sum or
 *          product overflows an int.
 *
 * Task     Return the number of windows along the axis.
 */
int pooled_size(int w, int kw, int sw, int pw, int ceil_mode);

/* max_pool_2d: the largest number of each window of each channel
 *
 *   y[o, i, j] = max over u, v of x[o, i*sh - ph + u, j*sw - pw + v]
 *                (u = 0 .. kh-1, v = 0 .. kw-1; only places inside x)
 *
 *   x       in   c x h x w: c channels; each is pooled by itself
 *   kh, kw  in   the window          sh, sw  in  the stride
 *   ph, pw  in   the padding: ph rows above and ph below, pw columns on the
 *                left and pw on the right. It never wins: as if it held
 *                minus infinity
 *   y       out  c x oh x ow with oh = floor((h + 2*ph - kh) / sh) + 1 and
 *                ow = floor((w + 2*pw - kw) / sw) + 1
 *
 * Sizes    c, h, w, kh, kw, sh, sw >= 1; kh <= h + 2*ph, kw <= w + 2*pw;
 *          0 <= ph <= kh/2 and 0 <= pw <= kw/2, so that every window holds
 *          at least one number of x. Windows may overlap or leave gaps.
 * Numbers  any finite floats. A window may well hold negative numbers only.
 * Arrays   x is only read. y does not overlap it, holds anything at all
 *          before the call, and every element of it is written.
 *
 * Task     Fill y with the largest number of each window.
 */
void max_pool_2d(const float *x, int c, int h, int w, int kh, int kw, int sh,
                 int sw, int ph, int pw, float *y);

/* max_pool_2d_indices: the largest number, and where it stood
 *
 * As max_pool_2d, and beside each maximum the place it came from:
 *
 *   index[o, i, j] = row*w + column, counted in its own channel of x without
 *                    the padding: from 0 to h*w-1, the same for every o
 *
 *   x       in   c x h x w: c channels; each is pooled by itself
 *   kh, kw  in   the window          sh, sw  in  the stride
 *   ph, pw  in   the padding: ph rows above and ph below, pw columns on the
 *                left and pw on the right. It never wins
 *   y       out  c x oh x ow with oh = floor((h + 2*ph - kh) / sh) + 1 and
 *                ow = floor((w + 2*pw - kw) / sw) + 1
 *   index   out  c x oh x ow
 *
 * Ties     Of equal maxima in a window, the first in row-major order: the
 *          smallest index.
 * Sizes    c, h, w, kh, kw, sh, sw >= 1; kh <= h + 2*ph, kw <= w + 2*pw;
 *          0 <= ph <= kh/2 and 0 <= pw <= kw/2.
 * Numbers  any finite floats. A window may well hold negative numbers only.
 * Arrays   x is only read. y and index overlap nothing, hold anything at all
 *          before the call, and every element of them is written.
 *
 * Task     Fill y with the maxima and index with their places.
 */
void max_pool_2d_indices(const float *x, int c, int h, int w, int kh, int kw,
                         int sh, int sw, int ph, int pw, float *y, int *index);

/* max_unpool_2d: each maximum back to its place
 *
 *   y[o, k] = x[o, i, j]  where k = index[o, i, j]
 *   y[o, k] = 0           at all places that no index names
 *
 * k counts the places of one channel of y in row-major order.
 *
 *   x      in   c x h x w: what a maximum pool gave
 *   index  in   c x h x w: where it found it, from 0 to oh*ow-1
 *   y      out  c x oh x ow
 *
 * Sizes    c, h, w, oh, ow >= 1. y need not be larger than x: overlapping
 *          windows may find the same maximum more than once.
 * Repeats  If an index stands more than once in a channel, so does its
 *          number: it is written to its place, not added up.
 * Numbers  any finite floats, also negative ones and 0.
 * Arrays   x and index are only read. y overlaps neither, holds anything at
 *          all before the call, and every element of it is written.
 *
 * Task     Fill y with zeros and the numbers of x at their places.
 */
void max_unpool_2d(const float *x, const int *index, int c, int h, int w,
                   int oh, int ow, float *y);

/* avg_pool_2d: the average of each window
 *
 *   y[i, j] = sum over u, v of x[i*sh - ph + u, j*sw - pw + v] / count
 *             (u = 0 .. kh-1, v = 0 .. kw-1; only places inside x)
 *
 *   x       in   h x w: one channel
 *   kh, kw  in   the window          sh, sw  in  the stride
 *   ph, pw  in   the padding, zeros: ph rows above and ph below, pw columns
 *                on the left and pw on the right
 *   ceil_mode          in   0: only windows inside the padded image;
 *                           otherwise as in pooled_size, on each axis
 *   count_padding  in   0: count is the number of places of the window
 *                           that lie inside x; otherwise of those that lie
 *                           inside x or its padding
 *   y       out  oh x ow, the sizes that pooled_size gives for each axis
 *
 * What lies beyond the padding, where ceil mode may reach, is never counted.
 *
 * Sizes    h, w, kh, kw, sh, sw >= 1; kh <= h + 2*ph, kw <= w + 2*pw;
 *          0 <= ph <= kh/2 and 0 <= pw <= kw/2, so that every window holds
 *          at least one number of x.
 * Numbers  any finite floats; no sum overflows. Add in any order, in float or
 *          wider, and divide or multiply with the reciprocal: the rounding of
 *          these is allowed.
 * Arrays   x is only read. y does not overlap it, holds anything at all
 *          before the call, and every element of it is written.
 *
 * Task     Fill y with the average of each window.
 */
void avg_pool_2d(const float *x, int h, int w, int kh, int kw, int sh, int sw,
                 int ph, int pw, int ceil_mode, int count_padding, float *y);

/* global_avg_pool: one number for each channel
 *
 *   y[b, o] = sum over i, j of x[b, o, i, j] / (h*w)
 *
 *   x   in   n x c x h x w: n images of c channels
 *   y   out  n x c
 *
 * Sizes    n, c, h, w >= 1.
 * Numbers  any finite floats; no sum overflows. Add in any order, in float or
 *          wider, and divide or multiply with the reciprocal: the rounding of
 *          these is allowed.
 * Arrays   x is only read. y does not overlap it, holds anything at all
 *          before the call, and every element of it is written.
 *
 * Task     Fill y with the average of each channel of each image.
 */
void global_avg_pool(const float *x, int n, int c, int h, int w, float *y);

/* break_zero_padding: write the input that shows a wrong program
 *
 * Somebody wrote max_pool_2d, for one channel, like this:
 *
 *   for (int i = 0; i < oh; i++)
 *       for (int j = 0; j < ow; j++) {
 *           float best = -INFINITY;
 *
 *           for (int u = 0; u < kh; u++)
 *               for (int v = 0; v < kw; v++) {
 *                   int r = i * sh - ph + u, q = j * sw - pw + v;
 *                   int inside = r >= 0 && r < h && q >= 0 && q < w;
 *
 *                   best = fmaxf(best, inside ? x[r * w + q] : 0);
 *               }
 *           y[i * ow + j] = best;
 *       }
 *
 * with oh = (h + 2*ph - kh) / sh + 1 and ow = (w + 2*pw - kw) / sw + 1: the
 * padding is taken to hold zeros. On many inputs it is right all the same.
 * Write one on which it is wrong.
 *
 *   x   out  h x w: an image, row-major; room for 64 numbers
 *   h, w, kh, kw, sh, sw, ph, pw  out  the sizes
 *
 * Sizes    1 <= h, w <= 8 and 1 <= sh, sw <= 8; 0 <= ph <= kh/2 and
 *          0 <= pw <= kw/2; 1 <= kh <= h + 2*ph and 1 <= kw <= w + 2*pw.
 * Numbers  from -1000 to 1000. Only the first h*w of x count; the others need
 *          not be written.
 * Smallest The fewer numbers x has, the better the test. It can be done
 *          with 1.
 *
 * Task     Fill in an input on which the program above is wrong.
 */
void break_zero_padding(float *x, int *h, int *w, int *kh, int *kw, int *sh,
                        int *sw, int *ph, int *pw);

/* break_invariance: write the input that refutes a claim
 *
 * "Move the image by one place, and its maximum pool stays as it is." For a
 * row of w numbers and windows of 2 with stride 2, that says: max_pool_1d
 * gives the same for
 *
 *   x[0], x[1], ..., x[w-1]   and, moved to the right,   0, x[0], ..., x[w-2]
 *
 * Write an x for which every number of the output changes.
 *
 *   x   out  w: a row; room for 64 numbers
 *   w   out  its length
 *
 * Sizes    w is even, 4 <= w <= 64: the output has at least 2 numbers.
 * Numbers  from -1000 to 1000. Only the first w of x count; the others need
 *          not be written. x[w-1] is 0: what leaves the row must not be the
 *          reason.
 * Smallest The shorter the row, the better the test. It can be done with 4
 *          numbers.
 *
 * Task     Fill in a row whose pooled numbers all change when it moves.
 */
void break_invariance(float *x, int *w);

#endif
