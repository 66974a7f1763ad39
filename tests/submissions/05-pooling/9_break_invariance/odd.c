// expect: verdict=wrong_answer
// An odd length.
#include "exercises.h"

void break_invariance(float *x, int *w)
{
    *w = 5;
    x[0] = 0;
    x[1] = 1;
    x[2] = 0;
    x[3] = 0;
}
