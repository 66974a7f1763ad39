// expect: exercise=break_flip verdict=wrong_answer row=17
/* An input on which every two programs differ, since it is no number. */
#include "exercises.h"

#include <math.h>

void break_flip(float *x, int *h, int *w, float *k, int *kh, int *kw)
{
    *h = *w = *kh = 1;
    *kw = 1;
    x[0] = NAN;
    k[0] = NAN;
}
