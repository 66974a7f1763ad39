// expect: verdict=wrong_answer
// NaN shows nothing: it is no number.
#include "exercises.h"
#include <math.h>

void break_flip(float *x, int *h, int *w, float *k, int *kh, int *kw)
{
    *h = *kh = 1;
    *w = *kw = 2;
    x[0] = k[0] = NAN;
    x[1] = k[1] = 1;
}
