// expect: verdict=wrong_answer
// The same products in another order: right but for the rounding.
#include "exercises.h"

void break_flip(float *x, int *h, int *w, float *k, int *kh, int *kw)
{
    const float image[] = {0.1f, 0.1f, 0.1f}, kernel[] = {0.7f, 0.2f, 0.1f};
    *h = 1;
    *w = 3;
    *kh = 1;
    *kw = 3;
    for (int n = 0; n < *h * *w; n++)
        x[n] = image[n];
    for (int n = 0; n < *kh * *kw; n++)
        k[n] = kernel[n];
}
