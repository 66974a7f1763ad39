// expect: verdict=memory_error
// One number is written before x.
#include "exercises.h"
void break_int_sum(float *x, int *h, int *w, float *k, int *kh, int *kw)
{
    *h = *w = *kh = *kw = 1;
    x[0] = 0.5f;
    k[0] = 1;
    x[-1] = 7;
}
