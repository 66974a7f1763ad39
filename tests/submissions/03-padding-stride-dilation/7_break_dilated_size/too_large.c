// expect: verdict=wrong_answer
// Beyond 100.
#include "exercises.h"

void break_dilated_size(int *n, int *k, int *p, int *s, int *d)
{
    *n = 101;
    *k = 1;
    *p = 0;
    *s = 1;
    *d = 2;
}
