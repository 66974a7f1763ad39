// expect: verdict=wrong_answer misconception=SP17
// n/s + 1 is ceil(n/s) only where s does not divide n.
#include "exercises.h"

void same_padding(int n, int k, int s, int d, int *before, int *after)
{
    int total = n / s * s + d * (k - 1) + 1 - n;

    if (total < 0)
        total = 0;
    *before = total / 2;
    *after = total - *before;
}
