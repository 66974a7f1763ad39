// expect: verdict=not_started
// The stub left alone.
#include "exercises.h"

void break_neighbours(float *k, int *kh, int *kw)
{
    /* TODO: fill in a kernel on which the program above is wrong. */
}
