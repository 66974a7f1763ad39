// expect: verdict=wrong_answer misconception=SP10
// n/s rounded down.
#include "exercises.h"

void same_padding(int n, int k, int s, int d, int *before, int *after)
{
    int total = (n / s - 1) * s + d * (k - 1) + 1 - n;

    if (total < 0)
        total = 0;
    *before = total / 2;
    *after = total - *before;
}
