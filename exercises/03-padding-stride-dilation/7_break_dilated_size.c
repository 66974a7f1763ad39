/* break_dilated_size: find sizes that refute a printed formula
 *
 * A lecture prints the output size of a dilated convolution, with p zeros
 * on each side, as
 *
 *   floor((n + 2*p - (d*k - 1) - 1) / s + 1)
 *
 * For the lecture's own example, n = 50, k = 3, p = 4, s = 2 and d = 3, this
 * gives 25; PyTorch's output, printed in the same lecture, has 26. Find the
 * smallest such case.
 *
 *   n  out  elements of the axis        k  out  elements of the kernel
 *   p  out  zeros on each side          s  out  stride
 *   d  out  dilation
 *
 * Sizes    n, k, s and d from 1 to 100, p from 0 to 100, and at least one
 *          window fits: d*(k-1) + 1 <= n + 2*p.
 * Smallest The fewer numbers axis and kernel have together, n + k, the
 *          better. It can be done with 2.
 */
#include "exercises.h"

void break_dilated_size(int *n, int *k, int *p, int *s, int *d)
{
    /* TODO: fill in sizes for which the printed formula is wrong. */
}
