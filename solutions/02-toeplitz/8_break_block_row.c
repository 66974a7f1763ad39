#include "exercises.h"

/* A second output row, and a kernel wider than 1: the second row of outputs
 * begins at x[2], the wrong program goes on at x[1]. */
void break_block_row(float *x, int *h, int *w, float *k, int *kh, int *kw)
{
    *h = 2;
    *w = 2;
    x[0] = 0;
    x[1] = 0;
    x[2] = 0;
    x[3] = 1;

    *kh = 1;
    *kw = 2;
    k[0] = 0;
    k[1] = 1; /* right: x[3] = 1; wrong: x[2] = 0 */
}
