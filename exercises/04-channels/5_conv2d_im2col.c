/* conv2d_im2col: convolution as one product of matrices
 *
 *   y[o, q] = bias[o] + sum over t of weight[o, t] cols[t, q]
 *                       (t = 0 .. c_in*kh*kw-1, q = 0 .. oh*ow-1)
 *
 *   cols    in   c_in*kh*kw x oh*ow: the windows of one image, as im2col
 *                lays them out; stride and padding have been seen to
 *   weight  in   c_out x c_in x kh x kw: not flipped. Row o of the matrix is
 *                all that belongs to map o, in the order of memory
 *   bias    in   c_out: one number for each map
 *   y       out  c_out x oh x ow: the same numbers as conv2d gives
 *
 * Sizes    all of them >= 1.
 * Numbers  any floats, also negative ones and fractions; no sum overflows.
 *          Add the products in any order, in float or wider: with whole
 *          numbers the answer is exact, else the rounding is allowed.
 * Arrays   cols, weight and bias are only read. y overlaps none of them,
 *          holds anything at all before the call, and every element is
 *          written.
 */
#include "exercises.h"

void conv2d_im2col(const float *cols, int oh, int ow, const float *weight,
                   int c_out, int c_in, int kh, int kw, const float *bias,
                   float *y)
{
    /* TODO: fill y with the maps of the image whose windows cols holds. */
}
