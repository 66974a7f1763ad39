// expect: verdict=wrong_answer
// The 1 stays in its window.
#include "exercises.h"

void break_invariance(float *x, int *w)
{
    *w = 4;
    x[0] = 1;
    x[1] = 0;
    x[2] = 0;
    x[3] = 0;
}
