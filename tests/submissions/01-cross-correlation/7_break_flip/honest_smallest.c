// expect: verdict=pass
// Two numbers each.
#include "exercises.h"

void break_flip(float *x, int *h, int *w, float *k, int *kh, int *kw)
{
    const float image[] = {0, 5}, kernel[] = {2, 1};
    *h = 1;
    *w = 2;
    *kh = 1;
    *kw = 2;
    for (int n = 0; n < *h * *w; n++)
        x[n] = image[n];
    for (int n = 0; n < *kh * *kw; n++)
        k[n] = kernel[n];
}
