// expect: verdict=wrong_answer
// One window only.
#include "exercises.h"

void break_invariance(float *x, int *w)
{
    *w = 2;
    x[0] = 1;
    x[1] = 0;
}
