// expect: verdict=memory_error
// There is room for 64 numbers, not for 65.
#include "exercises.h"

void break_zero_padding(float *x, int *h, int *w, int *kh, int *kw, int *sh,
                        int *sw, int *ph, int *pw)
{
    *h = *w = 1;
    x[0] = -1;
    *kh = 1;
    *kw = 2;
    *sh = *sw = 1;
    *ph = 0;
    *pw = 1;
    for (int n = 0; n <= 64; n++)
        x[n] = -1;
}
