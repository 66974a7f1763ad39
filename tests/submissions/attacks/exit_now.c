// expect: exercise=correlate_2d verdict=crash row=1
/* Ends without running any handler. */
#define _GNU_SOURCE
#include "exercises.h"

#include <unistd.h>

void correlate_2d(const float *x, int h, int w, const float *k, int kh, int kw,
                  float *y)
{
    _exit(0);
}
