// expect: exercise=conv2d verdict=crash row=1
/* Sends itself the signal of a fault that never happened. */
#define _GNU_SOURCE
#include "exercises.h"

#include <signal.h>

void conv2d(const float *x, int n, int c_in, int h, int w, const float *weight,
            int c_out, int kh, int kw, const float *bias, float *y)
{
    raise(SIGSEGV);
}
