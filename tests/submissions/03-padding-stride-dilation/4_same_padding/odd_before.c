// expect: verdict=wrong_answer misconception=SP3
// The odd one before.
#include "exercises.h"

void same_padding(int n, int k, int s, int d, int *before, int *after)
{
    int total = ((n + s - 1) / s - 1) * s + d * (k - 1) + 1 - n;

    if (total < 0)
        total = 0;
    *after = total / 2;
    *before = total - *after;
}
