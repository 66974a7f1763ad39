// expect: verdict=wrong_answer
// Only the first row of the image is written.
#include "exercises.h"

void break_pitch(float *x, int *h, int *w, float *k, int *kh, int *kw)
{
    *h = 2;
    *w = 3;
    *kh = *kw = 1;
    x[0] = 1;
    x[1] = 2;
    x[2] = 3;
    k[0] = 1;
}
