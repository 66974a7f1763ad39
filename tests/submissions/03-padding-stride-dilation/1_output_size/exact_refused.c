// expect: verdict=wrong_answer misconception=OS10
// <= for <: an axis as long as the kernel has one window.
#include "exercises.h"

int output_size(int n, int k, int s, int before, int after, int d)
{
    int rest = n + before + after - (d * (k - 1) + 1);

    if (rest <= 0)
        return 0;
    return rest / s + 1;
}
