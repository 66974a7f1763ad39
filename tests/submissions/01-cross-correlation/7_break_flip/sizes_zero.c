// expect: verdict=wrong_answer
// Sizes of 0.
#include "exercises.h"

void break_flip(float *x, int *h, int *w, float *k, int *kh, int *kw)
{
    *h = *w = *kh = *kw = 0;
    x[0] = k[0] = 1;
}
