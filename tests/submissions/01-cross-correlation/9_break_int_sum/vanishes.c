// expect: verdict=wrong_answer
// The product is so small that float makes it 0 too.
#include "exercises.h"

void break_int_sum(float *x, int *h, int *w, float *k, int *kh, int *kw)
{
    const float image[] = {1e-30f}, kernel[] = {1e-30f};
    *h = 1;
    *w = 1;
    *kh = 1;
    *kw = 1;
    for (int n = 0; n < *h * *w; n++)
        x[n] = image[n];
    for (int n = 0; n < *kh * *kw; n++)
        k[n] = kernel[n];
}
