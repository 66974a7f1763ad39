// expect: exercise=global_avg_pool verdict=forbidden row=15 needs=seccomp
/* Kills whatever it may. */
#define _GNU_SOURCE
#include "exercises.h"

#include <signal.h>

void global_avg_pool(const float *x, int n, int c, int h, int w, float *y)
{
    kill(-1, SIGKILL);
}
