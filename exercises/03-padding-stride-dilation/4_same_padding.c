/* same_padding: the padding of "same", as TensorFlow counts it
 *
 * With a stride s, "same" means ceil(n/s) outputs. Take the least padding
 * that gives so many windows,
 *
 *   extent = d*(k-1) + 1
 *   total  = (ceil(n/s) - 1)*s + extent - n, but at least 0
 *
 * and put half of it on each side; if it is odd, the odd one goes after. At
 * stride 1 the total is d*(k-1), whatever n is, and PyTorch agrees.
 *
 *   n              in   elements of the axis
 *   k              in   elements of the kernel, odd or even
 *   s              in   stride
 *   d              in   dilation
 *   before, after  out  padding on the two sides
 *
 * Sizes    n, k, s, d >= 1; no sum or product of them goes beyond an int.
 * Arrays   *before and *after are written on every call.
 */
#include "exercises.h"

void same_padding(int n, int k, int s, int d, int *before, int *after)
{
    /* TODO: set *before and *after. */
}
