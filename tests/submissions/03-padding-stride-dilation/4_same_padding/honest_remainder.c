// expect: verdict=pass
// By the remainder of n by s, as TensorFlow explains it.
#include "exercises.h"

void same_padding(int n, int k, int s, int d, int *before, int *after)
{
    int extent = d * (k - 1) + 1;
    int total = n % s == 0 ? extent - s : extent - n % s;

    if (total < 0)
        total = 0;
    *before = total / 2;
    *after = (total + 1) / 2;
}
