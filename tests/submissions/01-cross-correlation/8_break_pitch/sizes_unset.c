// expect: verdict=wrong_answer
// The sizes are never written.
#include "exercises.h"

void break_pitch(float *x, int *h, int *w, float *k, int *kh, int *kw)
{
    for (int n = 0; n < 64; n++)
        x[n] = k[n] = n;
}
