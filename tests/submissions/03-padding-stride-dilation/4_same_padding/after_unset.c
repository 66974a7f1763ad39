// expect: verdict=wrong_answer
// Only one of the two is written.
#include "exercises.h"

void same_padding(int n, int k, int s, int d, int *before, int *after)
{
    int total = ((n + s - 1) / s - 1) * s + d * (k - 1) + 1 - n;

    (void)after;
    *before = total > 0 ? total / 2 : 0;
}
