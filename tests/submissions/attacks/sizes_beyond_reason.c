// expect: exercise=break_flip verdict=wrong_answer|memory_error|crash|compile_error row=17
/* Sizes that overflow whoever multiplies them. */
#include "exercises.h"

#include <limits.h>

void break_flip(float *x, int *h, int *w, float *k, int *kh, int *kw)
{
    *h = *w = *kh = *kw = INT_MAX;
    x[0] = k[0] = 1;
}
