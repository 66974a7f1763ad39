// expect: exercise=max_pool_1d verdict=crash row=1
/* Replaces the handler of faults by one that ends with success, then faults. */
#define _GNU_SOURCE
#include "exercises.h"

#include <signal.h>
#include <unistd.h>

static void leave(int number)
{
    (void)number;
    _exit(0);
}

void max_pool_1d(const float *x, int w, int kw, float *y)
{
    signal(SIGSEGV, leave);
    signal(SIGBUS, leave);
    *(volatile int *)8 = (int)x[0] + w + kw + (int)y[0];
}
