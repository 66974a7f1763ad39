// expect: verdict=wrong_answer
// The kernel is higher than the image.
#include "exercises.h"

void break_flip(float *x, int *h, int *w, float *k, int *kh, int *kw)
{
    const float image[] = {1, 2, 3, 4}, kernel[] = {1, 2, 3};
    *h = 2;
    *w = 2;
    *kh = 3;
    *kw = 1;
    for (int n = 0; n < *h * *w; n++)
        x[n] = image[n];
    for (int n = 0; n < *kh * *kw; n++)
        k[n] = kernel[n];
}
