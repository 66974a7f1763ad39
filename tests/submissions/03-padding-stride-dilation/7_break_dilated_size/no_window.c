// expect: verdict=wrong_answer
// No window fits.
#include "exercises.h"

void break_dilated_size(int *n, int *k, int *p, int *s, int *d)
{
    *n = 2;
    *k = 3;
    *p = 0;
    *s = 1;
    *d = 2;
}
