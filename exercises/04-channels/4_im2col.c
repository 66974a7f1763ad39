/* im2col: the windows of an image as the columns of a matrix
 *
 *   cols[(c*kh + u)*kw + v, i*ow + j] = x[c, i*s+u-p, j*s+v-p]
 *   where x counts as 0 outside the image
 *
 * One column for each place (i, j) of the window, in reading order; it holds
 * the window's numbers in the order of a kernel's weights: channel, row,
 * column.
 *
 *   x     in   c_in x h x w: one image
 *   s, p  in   stride and padding, the same down and across, on all sides
 *   cols  out  c_in*kh*kw rows by oh*ow columns, with
 *              oh = (h + 2*p - kh)/s + 1 and ow = (w + 2*p - kw)/s + 1,
 *              each quotient rounded down
 *
 * Sizes    c_in, s >= 1, p >= 0, 1 <= kh <= h + 2*p, 1 <= kw <= w + 2*p.
 * Numbers  any floats; they are copied, not changed.
 * Arrays   x is only read, and only inside: there are no zeros around it in
 *          memory. cols does not overlap it, holds anything at all before
 *          the call, and every element of it is written.
 */
#include "exercises.h"

void im2col(const float *x, int c_in, int h, int w, int kh, int kw, int s,
            int p, float *cols)
{
    /* TODO: fill cols with the windows of x. */
}
