// expect: verdict=memory_error
// There is room for 64 numbers, not for 65.
#include "exercises.h"

void break_flip(float *x, int *h, int *w, float *k, int *kh, int *kw)
{
    *h = *kh = 1;
    *w = *kw = 2;
    for (int n = 0; n <= 64; n++)
        x[n] = k[n] = n;
}
