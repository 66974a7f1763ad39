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
 */
#include "exercises.h"

void conv1x1(const float *x, int n, int c_in, int h, int w, const float *weight,
             int c_out, const float *bias, float *y)
{
    /* TODO: fill y with the mixed channels. */
}
