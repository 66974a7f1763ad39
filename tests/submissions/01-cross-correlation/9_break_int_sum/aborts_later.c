// expect: verdict=crash
// The first call is fine, the second aborts.
#include "exercises.h"
#include <stdlib.h>
void break_int_sum(float *x, int *h, int *w, float *k, int *kh, int *kw)
{
    static int n;
    if (n++)
        abort();
    *h = *w = *kh = *kw = 1;
    x[0] = 0.5f;
    k[0] = 1;
}
