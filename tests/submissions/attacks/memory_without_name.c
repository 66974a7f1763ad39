// expect: exercise=conv1x1 verdict=forbidden row=13
/* Fills a file that lives in memory. */
#define _GNU_SOURCE
#include "exercises.h"

#include <sys/syscall.h>
#include <unistd.h>

void conv1x1(const float *x, int n, int c_in, int h, int w, const float *weight,
             int c_out, const float *bias, float *y)
{
#ifdef SYS_memfd_create
    long fd = syscall(SYS_memfd_create, "x", 0);
    if (fd < 0 || ftruncate((int)fd, 1 << 20) != 0)
        _exit(0);
#else
    _exit(0);
#endif
}
