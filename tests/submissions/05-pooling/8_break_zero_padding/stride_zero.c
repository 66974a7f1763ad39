// expect: verdict=wrong_answer
// A window that stays where it is.
#include "exercises.h"

void break_zero_padding(float *x, int *h, int *w, int *kh, int *kw, int *sh,
                        int *sw, int *ph, int *pw)
{
    *h = *w = 1;
    x[0] = -1;
    *kh = 1;
    *kw = 2;
    *sh = *sw = 0;
    *ph = 0;
    *pw = 1;
}
