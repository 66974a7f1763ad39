#include "exercises.h"

/* A kernel of one number has no gaps, so no dilation can spread it. */
void break_dilated_size(int *n, int *k, int *p, int *s, int *d)
{
    *n = 1;
    *k = 1;
    *p = 0;
    *s = 1;
    *d = 2; /* right: (1 - 1)/1 + 1 = 1; printed: (1 - (2-1) - 1)/1 + 1 = 0 */
}
