// expect: verdict=wrong_answer
// A number beyond 1000.
#include "exercises.h"

void break_invariance(float *x, int *w)
{
    *w = 4;
    x[0] = 0;
    x[1] = 2000;
    x[2] = 0;
    x[3] = 0;
}
