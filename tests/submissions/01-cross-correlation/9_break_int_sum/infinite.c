// expect: verdict=wrong_answer
// Infinity is no number that counts.
#include "exercises.h"
#include <math.h>

void break_int_sum(float *x, int *h, int *w, float *k, int *kh, int *kw)
{
    *h = *w = *kh = *kw = 1;
    x[0] = INFINITY;
    k[0] = 0.5f;
}
