// expect: verdict=not_started
// As it was given out.
#include "exercises.h"

void break_dilated_size(int *n, int *k, int *p, int *s, int *d)
{
    /* TODO: fill in sizes for which the printed formula is wrong. */
}
