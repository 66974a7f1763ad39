// expect: verdict=not_started
// The stub left alone.
#include "exercises.h"

void break_multiplier(float *x, int *c, int *h, int *w, float *weight, int *m,
                      int *kh, int *kw)
{
    /* TODO: fill in an input on which the program above is wrong. */
}
