// expect: verdict=pass
// ceil and floor of a double.
#include "exercises.h"

#include <math.h>

int pooled_size(int w, int kw, int sw, int pw, int ceil_mode)
{
    double steps = ((double)w + 2 * pw - kw) / sw;
    long long n = (long long)(ceil_mode ? ceil(steps) : floor(steps)) + 1;

    if (ceil_mode && (n - 1) * sw >= (long long)w + pw)
        n--;
    return (int)n;
}
