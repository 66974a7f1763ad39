#include "exercises.h"

/* Any image that is not square and has a second row. Here row 1 begins at
 * x[1*w] = x[1]; the wrong program takes x[1*h] = x[2], which is outside. */
void break_pitch(float *x, int *h, int *w, float *k, int *kh, int *kw)
{
    *h = 2;
    *w = 1;
    x[0] = 1;
    x[1] = 2;

    *kh = 1;
    *kw = 1;
    k[0] = 1;
}
