// expect: verdict=wrong_answer
// Whole sums beyond 2^24: float rounds them as well.
#include "exercises.h"

void break_int_sum(float *x, int *h, int *w, float *k, int *kh, int *kw)
{
    *h = *kh = 8;
    *w = *kw = 8;
    for (int n = 0; n < 64; n++)
        x[n] = k[n] = 1000;
    x[63] = k[63] = 1;
}
