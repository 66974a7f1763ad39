/* find_pattern: where in the image does the pattern lie?
 *
 * The score of the window at (i, j), which is as large as the pattern and
 * has its top left corner on row i, column j, is the normalised
 * cross-correlation, a number from -1 to 1:
 *
 *                     sum (x - mx) (p - mp)
 *   score = ----------------------------------------
 *           sqrt( sum (x - mx)^2  *  sum (p - mp)^2 )
 *
 * The sums run over the elements x of the window and p of the pattern that
 * lie on each other; mx and mp are the means of the window and the pattern.
 *
 *   x         in   h x w: the image, row-major
 *   p         in   ph x pw: the pattern, row-major
 *   row, col  out  the top left corner of the window with the highest score,
 *                  0 <= *row <= h-ph and 0 <= *col <= w-pw
 *
 * Sizes    1 <= ph <= h and 1 <= pw <= w.
 * Ties     Of several windows with the same highest score, the first in
 *          row-major order: the smallest row, then the smallest column.
 * Constant A window whose elements are all equal has the score 0, and so has
 *          every window when the pattern's elements are all equal.
 * Library  sqrt is declared in math.h: #include <math.h>
 * Numbers  finite floats; no sum overflows. In every case here the winner
 *          leads by 0.001 or more, or the tied windows hold the same
 *          numbers: float or double inside makes no difference.
 * Arrays   x and p are only read. *row and *col are written on every call.
 */
#include "exercises.h"

void find_pattern(const float *x, int h, int w, const float *p, int ph, int pw,
                  int *row, int *col)
{
    /* TODO: set *row and *col to the place of the best match. */
}
