/* output_size: count the windows along one axis
 *
 *   extent = d*(k-1) + 1             what the spread kernel covers
 *   result = floor((n + before + after - extent) / s) + 1
 *   and 0, if the padded axis is shorter than extent: no window fits
 *
 *   n              in   elements of the axis
 *   k              in   elements of the kernel
 *   s              in   stride: from one window to the next
 *   before, after  in   padding on the two sides
 *   d              in   dilation: from one kernel element to the next
 *
 * Sizes    n, k, s, d >= 1 and before, after >= 0; no sum or product of
 *          them goes beyond an int.
 * Returns  the number of windows, 0 or more.
 */
#include "exercises.h"

int output_size(int n, int k, int s, int before, int after, int d)
{
    /* TODO: return the number of windows. */
    return 0;
}
