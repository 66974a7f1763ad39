#include "exercises.h"

/* A sum with a fraction: an int cannot hold it. Whole numbers, however
 * many, would never tell. */
void break_int_sum(float *x, int *h, int *w, float *k, int *kh, int *kw)
{
    *h = 1;
    *w = 1;
    x[0] = 0.5f;

    *kh = 1;
    *kw = 1;
    k[0] = 1;
}
