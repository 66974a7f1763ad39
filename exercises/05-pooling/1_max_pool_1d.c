/* max_pool_1d: the largest number of each window
 *
 *   y[i] = max over v of x[i*kw + v]     (v = 0 .. kw-1)
 *
 * The windows lie side by side, each kw long. What is left over at the end
 * and too short for a window is dropped.
 *
 *   x   in   w: the signal
 *   y   out  ow = floor(w / kw): one number for each whole window
 *
 * Sizes    1 <= kw <= w. w need not be a multiple of kw.
 * Numbers  any finite floats. A window may well hold negative numbers only.
 * Arrays   x is only read. y does not overlap it, holds anything at all
 *          before the call, and every element of it is written.
 */
#include "exercises.h"

void max_pool_1d(const float *x, int w, int kw, float *y)
{
    /* TODO: fill y with the largest number of each window. */
}
