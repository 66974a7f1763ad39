// expect: verdict=leak
/* A right input, and a block of memory that nobody frees. */
#include "exercises.h"

#include <stdlib.h>

/* A kernel that half a turn changes, over an image that shows which end of
 * it is which. One number turned around is itself, so a kernel needs two. */
void break_flip(float *x, int *h, int *w, float *k, int *kh, int *kw)
{
    volatile int *sizes = malloc(2 * sizeof *sizes);

    sizes[0] = 1;
    *h = sizes[0];
    *w = 2;
    x[0] = 1;
    x[1] = 0;

    *kh = 1;
    *kw = 2;
    k[0] = 1; /* right: 1*1 + 0*0 = 1; flipped: 1*0 + 0*1 = 0 */
    k[1] = 0;
}
