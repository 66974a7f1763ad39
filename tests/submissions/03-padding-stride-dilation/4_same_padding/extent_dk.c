// expect: verdict=wrong_answer misconception=S06
// The extent with d*k.
#include "exercises.h"

void same_padding(int n, int k, int s, int d, int *before, int *after)
{
    int total = ((n + s - 1) / s - 1) * s + d * k - n;

    if (total < 0)
        total = 0;
    *before = total / 2;
    *after = total - *before;
}
