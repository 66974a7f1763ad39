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
 */
#include "exercises.h"

void depthwise_conv2d(const float *x, int c_in, int h, int w,
                      const float *weight, int m, int kh, int kw,
                      const float *bias, int s, int p, float *y)
{
    /* TODO: fill y with the depthwise convolution of x. */
}
