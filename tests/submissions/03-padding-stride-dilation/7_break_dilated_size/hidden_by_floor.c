// expect: verdict=wrong_answer
// The stride hides what is missing: (8-3)/2 and (8-4)/2.
#include "exercises.h"

void break_dilated_size(int *n, int *k, int *p, int *s, int *d)
{
    *n = 8;
    *k = 2;
    *p = 0;
    *s = 2;
    *d = 2;
}
