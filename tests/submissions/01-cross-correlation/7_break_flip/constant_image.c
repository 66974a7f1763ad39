// expect: verdict=wrong_answer
// In a constant image the order of the kernel does not matter.
#include "exercises.h"

void break_flip(float *x, int *h, int *w, float *k, int *kh, int *kw)
{
    const float image[] = {5, 5, 5, 5, 5, 5, 5, 5, 5}, kernel[] = {1, 2, 3, 4};
    *h = 3;
    *w = 3;
    *kh = 2;
    *kw = 2;
    for (int n = 0; n < *h * *w; n++)
        x[n] = image[n];
    for (int n = 0; n < *kh * *kw; n++)
        k[n] = kernel[n];
}
