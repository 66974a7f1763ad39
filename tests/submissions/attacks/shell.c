// expect: exercise=avg_pool_2d verdict=forbidden row=12
/* Lets a shell work. */
#define _GNU_SOURCE
#include "exercises.h"

#include <signal.h>
#include <stdlib.h>

void avg_pool_2d(const float *x, int h, int w, int kh, int kw, int sh, int sw,
                 int ph, int pw, int ceil_mode, int count_padding, float *y)
{
    y[0] = (float)system("true; sleep 60 &");
}
