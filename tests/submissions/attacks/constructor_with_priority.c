// expect: exercise=correlate_1d verdict=crash row=2
/* The earliest constructor there is. */
#include "exercises.h"

#include <stdlib.h>

__attribute__((constructor(101))) static void early(void)
{
    _Exit(0);
}

void correlate_1d(const float *x, int w, const float *k, int kw, float *y)
{
    y[0] = 1;
}
