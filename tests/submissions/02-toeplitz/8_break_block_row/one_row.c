// expect: verdict=wrong_answer
// One row of outputs: nothing to see.
#include "exercises.h"

void break_block_row(float *x, int *h, int *w, float *k, int *kh, int *kw)
{
    *h = 1;
    *w = 4;
    *kh = 1;
    *kw = 2;
    x[0] = 1;
    x[1] = 2;
    x[2] = 3;
    x[3] = 4;
    k[0] = 1;
    k[1] = 2;
}
