// expect: verdict=wrong_answer
// One of the five is missing.
#include "exercises.h"

void break_dilated_size(int *n, int *k, int *p, int *s, int *d)
{
    *n = 5;
    *k = 3;
    *p = 0;
    (void)s;
    *d = 2;
}
