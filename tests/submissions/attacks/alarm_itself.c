// expect: exercise=nchw_to_nhwc verdict=forbidden|crash row=15
/* Lets a timer end it from outside. */
#define _GNU_SOURCE
#include "exercises.h"

#include <unistd.h>

void nchw_to_nhwc(const float *x, int n, int c_in, int h, int w, float *y)
{
    alarm(1);
    for (;;)
        pause();
}
