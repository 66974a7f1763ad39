// expect: exercise=toeplitz_1d verdict=crash row=13
/* Calls itself until the stack ends. */
#include "exercises.h"

static int deep(volatile int n)
{
    return n == 0 ? 0 : deep(n + 1) + n;
}

void toeplitz_1d(const float *k, int kw, int w, float *U)
{
    U[0] = (float)deep(1);
}
