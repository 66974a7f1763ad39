// expect: verdict=wrong_answer
// Row 0 begins at 0, however long the rows are.
#include "exercises.h"

void break_pitch(float *x, int *h, int *w, float *k, int *kh, int *kw)
{
    const float image[] = {1, 2, 3, 4, 5}, kernel[] = {1, 2};
    *h = 1;
    *w = 5;
    *kh = 1;
    *kw = 2;
    for (int n = 0; n < *h * *w; n++)
        x[n] = image[n];
    for (int n = 0; n < *kh * *kw; n++)
        k[n] = kernel[n];
}
