// expect: exercise=global_avg_pool verdict=crash row=1
/* Ends the only thread instead of the process. */
#define _GNU_SOURCE
#include "exercises.h"

#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

void global_avg_pool(const float *x, int n, int c, int h, int w, float *y)
{
#ifdef SYS_exit
    syscall(SYS_exit, 0);
#endif
    _Exit(0);
}
