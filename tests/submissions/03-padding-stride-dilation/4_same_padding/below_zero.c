// expect: verdict=wrong_answer misconception=SP11
// Negative padding for long strides.
#include "exercises.h"

void same_padding(int n, int k, int s, int d, int *before, int *after)
{
    int total = ((n + s - 1) / s - 1) * s + d * (k - 1) + 1 - n;

    *before = total / 2;
    *after = total - *before;
}
