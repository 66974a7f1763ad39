#include "exercises.h"

/* One number below 0, and a window that sees padding beside it: right is -1,
 * the wrong program says 0. On a number above 0 both agree. */
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
}
