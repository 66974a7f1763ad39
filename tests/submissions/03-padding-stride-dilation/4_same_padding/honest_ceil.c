// expect: verdict=pass
// With ceil and floor of math.h.
#include "exercises.h"
#include <math.h>

void same_padding(int n, int k, int s, int d, int *before, int *after)
{
    double outputs = ceil((double)n / s);
    double total = (outputs - 1) * s + d * (k - 1) + 1 - n;

    total = fmax(total, 0);
    *before = (int)floor(total / 2);
    *after = (int)ceil(total / 2);
}
