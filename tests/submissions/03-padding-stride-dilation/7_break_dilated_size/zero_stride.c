// expect: verdict=wrong_answer
// A stride of 0.
#include "exercises.h"

void break_dilated_size(int *n, int *k, int *p, int *s, int *d)
{
    *n = 5;
    *k = 3;
    *p = 0;
    *s = 0;
    *d = 2;
}
