/* count_conv: what a layer costs
 *
 *   COUNT_PARAMETERS     all weights, c_out x c_in/groups x kh x kw, and all
 *                        biases, c_out
 *   COUNT_MULTIPLY_ADDS  products that are added up for one image: each
 *                        weight that an output has, for each output; those
 *                        on the padding count, adding the bias does not
 *   COUNT_BYTES          4 for each float that must be in memory for one
 *                        image: the input, all parameters, the output
 *
 *   what    in   one of the three: COUNT_PARAMETERS is 0, COUNT_MULTIPLY_ADDS
 *                is 1, COUNT_BYTES is 2
 *   c_in, h, w     in   the image              c_out   in   maps
 *   kh, kw         in   the kernel             s, p    in   stride, padding
 *   groups         in   parts of the channels
 *
 * The output is c_out x oh x ow, with oh = (h + 2*p - kh)/s + 1 and
 * ow = (w + 2*p - kw)/s + 1, each quotient rounded down.
 *
 * Sizes    c_in, h, w, c_out, s, groups >= 1, p >= 0; groups divides c_in and
 *          c_out; 1 <= kh <= h + 2*p and 1 <= kw <= w + 2*p.
 * Numbers  counts may be far above 2^31, where an int ends; all fit in a
 *          long long. There are no arrays: the layer need not fit anywhere.
 */
#include "exercises.h"

long long count_conv(int what, int c_in, int h, int w, int c_out, int kh,
                     int kw, int s, int p, int groups)
{
    /* TODO: return the count that is asked for. */
    return 0;
}
