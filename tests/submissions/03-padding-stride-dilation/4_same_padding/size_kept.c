// expect: verdict=wrong_answer misconception=SP9
// So much that n windows fit.
#include "exercises.h"

void same_padding(int n, int k, int s, int d, int *before, int *after)
{
    int total = (n - 1) * s + d * (k - 1) + 1 - n;

    if (total < 0)
        total = 0;
    *before = total / 2;
    *after = total - *before;
}
