// expect: verdict=wrong_answer
// A padding below 0.
#include "exercises.h"

void break_dilated_size(int *n, int *k, int *p, int *s, int *d)
{
    *n = 5;
    *k = 1;
    *p = -1;
    *s = 1;
    *d = 2;
}
