// expect: verdict=wrong_answer
// The same number everywhere.
#include "exercises.h"

void break_block_row(float *x, int *h, int *w, float *k, int *kh, int *kw)
{
    *h = 2;
    *w = 2;
    *kh = 1;
    *kw = 2;
    x[0] = 3;
    x[1] = 3;
    x[2] = 3;
    x[3] = 3;
    k[0] = 1;
    k[1] = 2;
}
