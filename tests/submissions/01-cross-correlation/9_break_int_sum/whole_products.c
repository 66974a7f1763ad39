// expect: verdict=wrong_answer
// A fraction in the input, but none in the sum.
#include "exercises.h"

void break_int_sum(float *x, int *h, int *w, float *k, int *kh, int *kw)
{
    const float image[] = {0.5f, 2}, kernel[] = {2, 3};
    *h = 1;
    *w = 2;
    *kh = 1;
    *kw = 2;
    for (int n = 0; n < *h * *w; n++)
        x[n] = image[n];
    for (int n = 0; n < *kh * *kw; n++)
        k[n] = kernel[n];
}
