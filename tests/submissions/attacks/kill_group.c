// expect: exercise=correlate_2d verdict=forbidden row=15
/* Kills the group it is in. */
#define _GNU_SOURCE
#include "exercises.h"

#include <signal.h>

void correlate_2d(const float *x, int h, int w, const float *k, int kh, int kw,
                  float *y)
{
    kill(0, SIGKILL);
}
