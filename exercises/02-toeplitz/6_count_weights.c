/* count_weights: what a layer has to learn
 *
 *   sharing 0  dense: every output has a weight for every input
 *   sharing 1  local: every output has a kernel of its own, of c_in x kh x kw
 *   sharing 2  shared: one kernel of c_in x kh x kw for each of the c_out
 *              maps, the same at all oh x ow places
 *
 * The input has c_in maps of h x w, the output c_out maps of oh x ow. (An RGB
 * picture has 3 maps: red, green and blue.)
 *
 *   c_in, h, w     in   the input
 *   c_out, oh, ow  in   the output; oh and ow are given: do not compute them
 *   kh, kw         in   the kernel
 *   sharing        in   0, 1 or 2
 *   bias           in   0: there are none. 1: one number more is learned for
 *                       each output or, when shared, for each map
 *   returns             how many numbers are learned, weights and biases
 *
 * Sizes    all at least 1. No count exceeds 10^15, but many exceed what an
 *          int can hold: 2147483647.
 */
#include "exercises.h"

long long count_weights(int c_in, int h, int w, int c_out, int oh, int ow,
                        int kh, int kw, int sharing, int bias)
{
    /* TODO: return the number of weights and biases. */
    return 0;
}
