// expect: verdict=pass
// Zeros everywhere, but the program reads outside.
#include "exercises.h"

void break_pitch(float *x, int *h, int *w, float *k, int *kh, int *kw)
{
    const float image[] = {0, 0, 0, 0, 0, 0}, kernel[] = {0, 0, 0, 0, 0, 0};
    *h = 3;
    *w = 2;
    *kh = 3;
    *kw = 2;
    for (int n = 0; n < *h * *w; n++)
        x[n] = image[n];
    for (int n = 0; n < *kh * *kw; n++)
        k[n] = kernel[n];
}
