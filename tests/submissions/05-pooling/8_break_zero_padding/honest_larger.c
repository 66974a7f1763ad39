// expect: verdict=pass
// More numbers than it takes, but it shows.
#include "exercises.h"

void break_zero_padding(float *x, int *h, int *w, int *kh, int *kw, int *sh,
                        int *sw, int *ph, int *pw)
{
    *h = 2;
    *w = 3;
    *kh = *kw = 3;
    *sh = *sw = 2;
    *ph = *pw = 1;
    for (int n = 0; n < 6; n++)
        x[n] = (float)(-1 - n);
}
