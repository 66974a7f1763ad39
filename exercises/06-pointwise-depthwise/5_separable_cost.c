/* separable_cost: what does a depthwise separable layer save?
 *
 * One layer makes c_out channels of oh x ow pixels from c_in channels, with
 * kernels kh x kw. Do it at once, or in two steps, depthwise (one kernel for
 * each input channel) and then pointwise (1x1):
 *
 *   full        all the weights of the full convolution
 *   separable   all the weights of the two steps together
 *
 * In either layer each weight is used once for every pixel of the output:
 * one multiplication, added to a sum. There is no bias. Stride and padding
 * are already in oh and ow.
 *
 *   full, separable  out  one number each
 *
 * Returns  how many multiplications the separable layer saves, for one
 *          image. Below 0 if it needs more than the full one.
 * Sizes    all six >= 1. The weights fit in an int. The multiplications need
 *          not: count them in long long, of which int times int makes none.
 */
#include "exercises.h"

long long separable_cost(int c_in, int c_out, int kh, int kw, int oh, int ow,
                         int *full, int *separable)
{
    /* TODO: set *full and *separable, and return what is saved. */
    return 0;
}
