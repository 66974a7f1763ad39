// expect: verdict=wrong_answer
// The kernel is wider than the image.
#include "exercises.h"

void break_block_row(float *x, int *h, int *w, float *k, int *kh, int *kw)
{
    *h = 2;
    *w = 2;
    *kh = 1;
    *kw = 3;
    x[0] = 1;
    x[1] = 2;
    x[2] = 3;
    x[3] = 5;
    k[0] = 1;
    k[1] = 2;
    k[2] = 3;
}
