// expect: verdict=memory_error
// There is room for 64 numbers, not for 65.
#include "exercises.h"

void break_block_row(float *x, int *h, int *w, float *k, int *kh, int *kw)
{
    for (int n = 0; n < 65; n++)
        x[n] = (float)n;
    *h = 8;
    *w = 8;
    *kh = 1;
    *kw = 2;
    k[0] = 1;
    k[1] = 2;
}
