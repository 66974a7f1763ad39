// expect: exercise=conv2d verdict=crash|forbidden row=14
/* Closes every descriptor, then returns. */
#define _GNU_SOURCE
#include "exercises.h"

#include <unistd.h>

void conv2d(const float *x, int n, int c_in, int h, int w, const float *weight,
            int c_out, int kh, int kw, const float *bias, float *y)
{
    for (int i = 0; i < 64; i++)
        close(i);
    y[0] = 1;
}
