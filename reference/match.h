#ifndef CONVLINGS_MATCH_H
#define CONVLINGS_MATCH_H

#include "status.h"

/* How alike each window of an image is to a pattern, whatever the brightness
 * and the contrast: normalised cross-correlation.
 *   score[i,j] = sum (x-mx)(p-mp) / sqrt(sum (x-mx)^2 * sum (p-mp)^2)
 *   over the window at (i,j), mx and mp the means of window and pattern; 0
 *   where window or pattern has no variance (all elements equal)
 *   x      in   h x w                       p  in   ph x pw
 *   score  out  h-ph+1 x w-pw+1, in [-1,1]; every element is written;
 *               overlaps no input
 * Sizes    1 <= ph <= h, 1 <= pw <= w
 * Memory   the caller owns all arrays; none is taken
 * Errors   REF_ENULL, REF_ESIZE, REF_EOVERFLOW, REF_EOVERLAP; score is
 *          untouched on error
 * Accuracy summed in double from differences to the window's first element,
 *          rounded to float once. Equal windows have equal bits. If all
 *          elements are integers of 8 bits and the window has at most 2^18 of
 *          them, no sum is rounded: a window that is the pattern up to
 *          brightness and contrast scores exactly 1
 * Specials a window with a NaN or an infinity scores NaN
 * Threads  safe on distinct score
 * Source   J. P. Lewis, "Fast Normalized Cross-Correlation", 1995, eq. 2 */
REF_MUST_USE ref_status ref_match_ncc(const float *x, int h, int w,
                                      const float *p, int ph, int pw,
                                      float *score);

/* Where the pattern is: the window with the highest score of ref_match_ncc,
 * compared before it is rounded to float; the first in row-major order if
 * several have it.
 *   x  in   h x w                           p  in   ph x pw
 *   row, col  out  top left corner of the best window
 * Sizes    1 <= ph <= h, 1 <= pw <= w
 * Errors   REF_ENULL, REF_ESIZE, REF_EOVERFLOW; *row and *col are untouched on
 *          error
 * Specials a window that scores NaN is never the best; if all do, the first
 *          is given
 * Threads  safe */
REF_MUST_USE ref_status ref_find_pattern(const float *x, int h, int w,
                                         const float *p, int ph, int pw,
                                         int *row, int *col);

#endif
