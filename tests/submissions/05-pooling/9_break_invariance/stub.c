// expect: verdict=not_started
// The stub left alone.
/* break_invariance: write the input that refutes a claim
 *
 * "Move the image by one place, and its maximum pool stays as it is." For a
 * row of w numbers and windows of 2 with stride 2, that says: max_pool_1d
 * gives the same for
 *
 *   x[0], x[1], ..., x[w-1]   and, moved to the right,   0, x[0], ..., x[w-2]
 *
 * Write an x for which every number of the output changes.
 *
 *   x   out  w: a row; room for 64 numbers
 *   w   out  its length
 *
 * Sizes    w is even, 4 <= w <= 64: the output has at least 2 numbers.
 * Numbers  from -1000 to 1000. Only the first w of x count; the others need
 *          not be written. x[w-1] is 0: what leaves the row must not be the
 *          reason.
 * Smallest The shorter the row, the better the test. It can be done with 4
 *          numbers.
 */
#include "exercises.h"

void break_invariance(float *x, int *w)
{
    /* TODO: fill in a row whose pooled numbers all change when it moves. */
}
