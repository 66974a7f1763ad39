// expect: verdict=wrong_answer misconception=SP1
// The total of stride 1.
#include "exercises.h"

void same_padding(int n, int k, int s, int d, int *before, int *after)
{
    int total = d * (k - 1);

    (void)n;
    (void)s;
    *before = total / 2;
    *after = total - *before;
}
