// expect: verdict=wrong_answer
// NaN shows nothing: it is no number.
#include "exercises.h"
#include <math.h>

void break_zero_padding(float *x, int *h, int *w, int *kh, int *kw, int *sh,
                        int *sw, int *ph, int *pw)
{
    *h = *w = 1;
    x[0] = NAN;
    *kh = 1;
    *kw = 2;
    *sh = *sw = 1;
    *ph = 0;
    *pw = 1;
}
