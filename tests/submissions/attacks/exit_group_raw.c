// expect: exercise=nchw_to_nhwc verdict=crash row=1
/* Asks the kernel itself, past every C library function. */
#define _GNU_SOURCE
#include "exercises.h"

#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

void nchw_to_nhwc(const float *x, int n, int c_in, int h, int w, float *y)
{
#ifdef SYS_exit_group
    syscall(SYS_exit_group, 0);
#endif
    _Exit(0);
}
