// expect: exercise=break_flip verdict=pass row=honest
/* An input on which the two programs differ. */
#include "exercises.h"

#include <stdio.h>

void break_flip(float *x, int *h, int *w, float *k, int *kh, int *kw)
{
    puts("a kernel of two");
    *h = 1;
    *w = 3;
    x[0] = 1;
    x[1] = 2;
    x[2] = 5;
    *kh = 1;
    *kw = 2;
    k[0] = 1;
    k[1] = 0;
}
