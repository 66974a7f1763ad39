// expect: verdict=wrong_answer
// With dilation 1 both formulas agree.
#include "exercises.h"

void break_dilated_size(int *n, int *k, int *p, int *s, int *d)
{
    *n = 50;
    *k = 3;
    *p = 4;
    *s = 2;
    *d = 1;
}
