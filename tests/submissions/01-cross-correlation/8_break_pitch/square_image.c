// expect: verdict=wrong_answer
// In a square image h and w are the same.
#include "exercises.h"

void break_pitch(float *x, int *h, int *w, float *k, int *kh, int *kw)
{
    const float image[] = {1, 2, 3, 4, 5, 6, 7, 8, 9}, kernel[] = {1, 2, 3, 4};
    *h = 3;
    *w = 3;
    *kh = 2;
    *kw = 2;
    for (int n = 0; n < *h * *w; n++)
        x[n] = image[n];
    for (int n = 0; n < *kh * *kw; n++)
        k[n] = kernel[n];
}
