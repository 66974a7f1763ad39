// expect: verdict=pass
// A kernel of two rows in an image of three.
#include "exercises.h"

void break_block_row(float *x, int *h, int *w, float *k, int *kh, int *kw)
{
    *h = 3;
    *w = 3;
    *kh = 2;
    *kw = 2;
    x[0] = 1;
    x[1] = 2;
    x[2] = 3;
    x[3] = 4;
    x[4] = 5;
    x[5] = 6;
    x[6] = 7;
    x[7] = 8;
    x[8] = 10;
    k[0] = 1;
    k[1] = -2;
    k[2] = 0.5f;
    k[3] = 4;
}
