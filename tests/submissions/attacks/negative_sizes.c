// expect: exercise=break_flip verdict=wrong_answer row=17
/* Sizes below nothing. */
#include "exercises.h"

#include <limits.h>

void break_flip(float *x, int *h, int *w, float *k, int *kh, int *kw)
{
    *h = *w = *kh = *kw = INT_MIN;
    x[0] = k[0] = 1;
}
