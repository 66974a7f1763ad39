// expect: verdict=wrong_answer
// Nothing is written.
#include "exercises.h"

void break_dilated_size(int *n, int *k, int *p, int *s, int *d)
{
    (void)n;
    (void)k;
    (void)p;
    (void)s;
    (void)d;
}
