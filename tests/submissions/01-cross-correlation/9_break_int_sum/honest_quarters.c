// expect: verdict=pass
// Four quarters are one, but int makes them nothing.
#include "exercises.h"

void break_int_sum(float *x, int *h, int *w, float *k, int *kh, int *kw)
{
    const float image[] = {0.25f, 0.25f, 0.25f, 0.25f}, kernel[] = {1, 1, 1, 1};
    *h = 2;
    *w = 2;
    *kh = 2;
    *kw = 2;
    for (int n = 0; n < *h * *w; n++)
        x[n] = image[n];
    for (int n = 0; n < *kh * *kw; n++)
        k[n] = kernel[n];
}
