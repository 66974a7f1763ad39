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
 */
#include "exercises.h"

void separable_conv2d(const float *x, int c_in, int h, int w,
                      const float *depth, int kh, int kw, const float *point,
                      int c_out, const float *bias, float *y)
{
    /* TODO: fill y with the depthwise separable convolution of x. */
}
