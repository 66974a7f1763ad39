// expect: verdict=output_limit
// Prints without end.
#include "exercises.h"
#include <stdio.h>

void correlate_2d(const float *x, int h, int w, const float *k, int kh, int kw,
                  float *y)
{
    for (;;)
        printf("%d %d %d %d %g %g %g\n", h, w, kh, kw, x[0], k[0], y[0]);
}
