// expect: verdict=not_started
// The stub left alone.
#include "exercises.h"

void matvec(const float *U, int m, int n, const float *x, float *y)
{
    /* TODO: fill y with the product of U and x. */
}
