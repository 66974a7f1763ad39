// expect: verdict=wrong_answer
// Other elements are read, but they are all the same.
#include "exercises.h"

void break_pitch(float *x, int *h, int *w, float *k, int *kh, int *kw)
{
    const float image[] = {7, 7, 7, 7, 7, 7}, kernel[] = {2};
    *h = 2;
    *w = 3;
    *kh = 1;
    *kw = 1;
    for (int n = 0; n < *h * *w; n++)
        x[n] = image[n];
    for (int n = 0; n < *kh * *kw; n++)
        k[n] = kernel[n];
}
