// expect: verdict=wrong_answer
// The last number leaves the row.
#include "exercises.h"

void break_invariance(float *x, int *w)
{
    *w = 4;
    x[0] = 0;
    x[1] = 1;
    x[2] = 0;
    x[3] = 1;
}
