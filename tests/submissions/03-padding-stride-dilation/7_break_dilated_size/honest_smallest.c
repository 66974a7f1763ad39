// expect: verdict=pass
// One element under one.
#include "exercises.h"

void break_dilated_size(int *n, int *k, int *p, int *s, int *d)
{
    *n = 1;
    *k = 1;
    *p = 0;
    *s = 1;
    *d = 2;
}
