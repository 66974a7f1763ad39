// expect: verdict=wrong_answer
// A kernel of one column.
#include "exercises.h"

void break_block_row(float *x, int *h, int *w, float *k, int *kh, int *kw)
{
    *h = 3;
    *w = 2;
    *kh = 2;
    *kw = 1;
    x[0] = 1;
    x[1] = 2;
    x[2] = 3;
    x[3] = 4;
    x[4] = 5;
    x[5] = 6;
    k[0] = 1;
    k[1] = 2;
}
