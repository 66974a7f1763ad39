// expect: exercise=conv2d verdict=forbidden row=12
/* A second process that would live on. */
#define _GNU_SOURCE
#include "exercises.h"

#include <unistd.h>

void conv2d(const float *x, int n, int c_in, int h, int w, const float *weight,
            int c_out, int kh, int kw, const float *bias, float *y)
{
    if (fork() == 0)
        for (;;)
            pause();
}
