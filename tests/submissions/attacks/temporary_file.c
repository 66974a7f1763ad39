// expect: exercise=depthwise_conv2d verdict=forbidden row=10
/* A file without a name, to keep things between processes. */
#include "exercises.h"

#include <stdio.h>

void depthwise_conv2d(const float *x, int c_in, int h, int w,
                      const float *weight, int m, int kh, int kw,
                      const float *bias, int s, int p, float *y)
{
    FILE *f = tmpfile();
    if (f != 0)
        fputs("state", f);
}
