// expect: verdict=pass
// Two numbers each, one above the other.
#include "exercises.h"

void break_flip(float *x, int *h, int *w, float *k, int *kh, int *kw)
{
    const float image[] = {1, 2}, kernel[] = {0, -1};
    *h = 2;
    *w = 1;
    *kh = 2;
    *kw = 1;
    for (int n = 0; n < *h * *w; n++)
        x[n] = image[n];
    for (int n = 0; n < *kh * *kw; n++)
        k[n] = kernel[n];
}
