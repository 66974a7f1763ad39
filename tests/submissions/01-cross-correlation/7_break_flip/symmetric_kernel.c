// expect: verdict=wrong_answer
// Half a turn leaves this kernel as it is.
#include "exercises.h"

void break_flip(float *x, int *h, int *w, float *k, int *kh, int *kw)
{
    const float image[] = {1, 2, 3, 4, 5, 6, 7, 8, 9},
                kernel[] = {1, 2, 1, 2, 4, 2, 1, 2, 1};
    *h = 3;
    *w = 3;
    *kh = 3;
    *kw = 3;
    for (int n = 0; n < *h * *w; n++)
        x[n] = image[n];
    for (int n = 0; n < *kh * *kw; n++)
        k[n] = kernel[n];
}
