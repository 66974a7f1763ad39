// expect: verdict=wrong_answer
// An int holds whole sums exactly.
#include "exercises.h"

void break_int_sum(float *x, int *h, int *w, float *k, int *kh, int *kw)
{
    const float image[] = {1, -2, 3, 4, 5, -6}, kernel[] = {1, 2, 3, -4};
    *h = 2;
    *w = 3;
    *kh = 2;
    *kw = 2;
    for (int n = 0; n < *h * *w; n++)
        x[n] = image[n];
    for (int n = 0; n < *kh * *kw; n++)
        k[n] = kernel[n];
}
