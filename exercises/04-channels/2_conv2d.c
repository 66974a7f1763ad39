/* conv2d: a batch of images in, a map for each kernel out
 *
 *   y[b, o, i, j] = bias[o] + sum over c, u, v of
 *                             x[b, c, i+u, j+v] weight[o, c, u, v]
 *
 *   x       in   n x c_in x h x w: n images
 *   weight  in   c_out x c_in x kh x kw: not flipped
 *   bias    in   c_out: one number for each map
 *   y       out  n x c_out x oh x ow with oh = h-kh+1 and ow = w-kw+1
 *
 * Sizes    n, c_in, c_out >= 1, 1 <= kh <= h and 1 <= kw <= w.
 * Numbers  any floats, also negative ones and fractions; no sum overflows.
 *          Add the products in any order, in float or wider: with whole
 *          numbers the answer is exact, else the rounding is allowed.
 * Arrays   x, weight and bias are only read. y overlaps none of them, holds
 *          anything at all before the call, and every element is written.
 */
#include "exercises.h"

void conv2d(const float *x, int n, int c_in, int h, int w, const float *weight,
            int c_out, int kh, int kw, const float *bias, float *y)
{
    /* TODO: fill y with the maps of all images. */
}
