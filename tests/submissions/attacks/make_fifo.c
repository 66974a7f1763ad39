// expect: exercise=global_avg_pool verdict=forbidden row=10 needs=seccomp
/* Leaves a pipe behind on which whoever opens it waits. */
#define _GNU_SOURCE
#include "exercises.h"

#include <sys/stat.h>

void global_avg_pool(const float *x, int n, int c, int h, int w, float *y)
{
    y[0] = (float)mkfifo("/tmp/convlings_attack_fifo", 0666);
}
