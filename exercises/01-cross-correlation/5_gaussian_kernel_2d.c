/* gaussian_kernel_2d: a bell that sums to one
 *
 *   g[u, v] = exp(-((u-c)^2 + (v-c)^2) / (2 sigma^2))   with c = (size-1)/2
 *   k[u, v] = g[u, v] / sum of all g
 *
 * c is the middle of the kernel: an element when size is odd, the point
 * between two elements when size is even (size 4 has c = 1.5).
 *
 *   size   in   rows and columns, 1 .. 63, odd or even
 *   sigma  in   the width of the bell in pixels, 0.25 .. 100
 *   k      out  size x size, row-major
 *
 * Size 1   gives the one number 1, whatever sigma is.
 * Library  exp and sqrt are declared in math.h: #include <math.h>
 * Numbers  float or double inside, as you like: what is allowed is the
 *          rounding error of float arithmetic. Far from the middle of a
 *          narrow bell a result may be so small that it rounds to 0.
 * Arrays   k holds anything at all before the call, and every element of it
 *          is written.
 */
#include "exercises.h"

void gaussian_kernel_2d(int size, float sigma, float *k)
{
    /* TODO: fill k with the bell, then make its sum 1. */
}
