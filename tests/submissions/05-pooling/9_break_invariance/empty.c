// expect: verdict=wrong_answer
// Nothing is written, and the stub's mark is gone.
#include "exercises.h"

void break_invariance(float *x, int *w)
{
}
