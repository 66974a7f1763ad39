#include "exercises.h"

/* Windows x[0] x[1] and x[2] x[3]: the 1 crosses from one to the other, and
 * 1 0 becomes 0 1. Had it stood at x[0], nothing would have changed. */
void break_invariance(float *x, int *w)
{
    *w = 4;
    x[0] = 0;
    x[1] = 1;
    x[2] = 0;
    x[3] = 0;
}
