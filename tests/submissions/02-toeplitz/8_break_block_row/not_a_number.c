// expect: verdict=wrong_answer
// NaN shows nothing: it is no number.
#include "exercises.h"
#include <math.h>

void break_block_row(float *x, int *h, int *w, float *k, int *kh, int *kw)
{
    *h = 2;
    *w = 2;
    *kh = 1;
    *kw = 2;
    x[0] = NAN;
    x[1] = 2;
    x[2] = 3;
    x[3] = 5;
    k[0] = 1;
    k[1] = 1;
}
