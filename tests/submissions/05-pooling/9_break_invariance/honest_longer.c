// expect: verdict=pass
// A longer row that changes everywhere.
#include "exercises.h"

void break_invariance(float *x, int *w)
{
    *w = 8;
    for (int n = 0; n < *w; n++)
        x[n] = n % 2 == 1 && n < 6 ? (float)(9 - n) : 0;
    x[6] = -1;
}
