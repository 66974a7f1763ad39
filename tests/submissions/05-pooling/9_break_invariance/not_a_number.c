// expect: verdict=wrong_answer
// NaN shows nothing: it is no number.
#include "exercises.h"
#include <math.h>

void break_invariance(float *x, int *w)
{
    *w = 4;
    x[0] = 0;
    x[1] = NAN;
    x[2] = 0;
    x[3] = 0;
}
