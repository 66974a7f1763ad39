// expect: exercise=nchw_to_nhwc verdict=forbidden row=12
/* Leaves the group that is ended with it. */
#define _GNU_SOURCE
#include "exercises.h"

#include <unistd.h>

void nchw_to_nhwc(const float *x, int n, int c_in, int h, int w, float *y)
{
    setsid();
    setpgid(0, 0);
    _exit(0);
}
