// expect: verdict=pass
// With padding and a stride.
#include "exercises.h"

void break_dilated_size(int *n, int *k, int *p, int *s, int *d)
{
    *n = 4;
    *k = 2;
    *p = 3;
    *s = 3;
    *d = 4;
}
