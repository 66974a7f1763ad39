// expect: verdict=memory_error
// There is room for 64 numbers, not for 65.
#include "exercises.h"

void break_invariance(float *x, int *w)
{
    *w = 4;
    x[0] = 0;
    x[1] = 1;
    x[2] = 0;
    x[3] = 0;
    for (int n = 4; n <= 64; n++)
        x[n] = 0;
}
