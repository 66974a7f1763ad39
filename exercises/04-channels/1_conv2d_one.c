/* conv2d_one: several channels in, one map out
 *
 *   y[i, j] = bias + sum over c, u, v of x[c, i+u, j+v] weight[c, u, v]
 *                    (c = 0 .. c_in-1, u = 0 .. kh-1, v = 0 .. kw-1)
 *
 *   x       in   c_in x h x w: one image, its channels one after the other
 *   weight  in   c_in x kh x kw: a kernel for each channel, not flipped
 *   bias    in   one number
 *   y       out  oh x ow with oh = h-kh+1 and ow = w-kw+1: one map
 *
 * Sizes    c_in >= 1, 1 <= kh <= h and 1 <= kw <= w.
 * Numbers  any floats, also negative ones and fractions; no sum overflows.
 *          Add the products in any order, in float or wider: with whole
 *          numbers the answer is exact, else the rounding is allowed.
 * Arrays   x and weight are only read. y overlaps neither, holds anything at
 *          all before the call, and every element of it is written.
 */
#include "exercises.h"

void conv2d_one(const float *x, int c_in, int h, int w, const float *weight,
                int kh, int kw, float bias, float *y)
{
    /* TODO: fill y with the map of x under this weight and this bias. */
}
