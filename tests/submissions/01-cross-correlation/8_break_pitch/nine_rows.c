// expect: verdict=wrong_answer
// 9 rows; 8 are allowed.
#include "exercises.h"

void break_pitch(float *x, int *h, int *w, float *k, int *kh, int *kw)
{
    const float image[] = {1, 2, 3, 4, 5, 6, 7, 8, 9}, kernel[] = {1};
    *h = 9;
    *w = 1;
    *kh = 1;
    *kw = 1;
    for (int n = 0; n < *h * *w; n++)
        x[n] = image[n];
    for (int n = 0; n < *kh * *kw; n++)
        k[n] = kernel[n];
}
