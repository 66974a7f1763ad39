// expect: verdict=wrong_answer misconception=S08
// The kernel is taken to be k long.
#include "exercises.h"

int output_size(int n, int k, int s, int before, int after, int d)
{
    (void)d;
    if (n + before + after < k)
        return 0;
    return (n + before + after - k) / s + 1;
}
