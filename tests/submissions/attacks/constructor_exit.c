// expect: exercise=conv2d verdict=crash row=2
/* Ends the process before main with success. */
#define _GNU_SOURCE
#include "exercises.h"

#include <unistd.h>

__attribute__((constructor)) static void early(void)
{
    _exit(0);
}

void conv2d(const float *x, int n, int c_in, int h, int w, const float *weight,
            int c_out, int kh, int kw, const float *bias, float *y)
{
    y[0] = 1;
}
