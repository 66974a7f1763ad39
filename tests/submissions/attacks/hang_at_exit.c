// expect: exercise=max_pool_1d verdict=timeout row=11
/* Ends, but a handler of the end does not. */
#define _GNU_SOURCE
#include "exercises.h"

#include <stdlib.h>
#include <unistd.h>

static void wait_for_ever(void)
{
    for (;;)
        pause();
}

void max_pool_1d(const float *x, int w, int kw, float *y)
{
    atexit(wait_for_ever);
    exit(0);
}
