// expect: exercise=correlate_2d verdict=forbidden row=12 needs=seccomp
/* Processes without end. */
#define _GNU_SOURCE
#include "exercises.h"

#include <unistd.h>

void correlate_2d(const float *x, int h, int w, const float *k, int kh, int kw,
                  float *y)
{
    for (;;)
        fork();
}
