// expect: verdict=wrong_answer
// Times zero, everything is right.
#include "exercises.h"

void break_pitch(float *x, int *h, int *w, float *k, int *kh, int *kw)
{
    const float image[] = {1, 2, 3, 4, 5, 6}, kernel[] = {0, 0, 0, 0};
    *h = 2;
    *w = 3;
    *kh = 2;
    *kw = 2;
    for (int n = 0; n < *h * *w; n++)
        x[n] = image[n];
    for (int n = 0; n < *kh * *kw; n++)
        k[n] = kernel[n];
}
