// expect: verdict=pass
// In long, with the lengths named.
#include "exercises.h"

int output_size(int n, int k, int s, int before, int after, int d)
{
    long padded = (long)n + before + after;
    long gaps = (long)d * (k - 1);

    if (padded <= gaps)
        return 0;
    return (int)((padded - gaps - 1) / s + 1);
}
