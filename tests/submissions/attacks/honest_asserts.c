// expect: exercise=output_size verdict=pass row=honest
/* Says what it relies on. */
#include "exercises.h"

#include <assert.h>

int output_size(int n, int k, int s, int before, int after, int d)
{
    assert(n > 0 && k > 0 && s > 0 && d > 0);
    assert(before >= 0 && after >= 0);
    int rest = n + before + after - d * (k - 1) - 1;
    int size = rest < 0 ? 0 : rest / s + 1;
    return size;
}
