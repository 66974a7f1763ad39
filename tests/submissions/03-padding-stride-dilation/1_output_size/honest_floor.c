// expect: verdict=pass
// In double, with floor.
#include "exercises.h"
#include <math.h>

int output_size(int n, int k, int s, int before, int after, int d)
{
    double rest = n + before + after - (d * (k - 1) + 1);
    double size = floor(rest / s) + 1;

    return size > 0 ? (int)size : 0;
}
