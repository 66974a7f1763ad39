// expect: exercise=max_pool_1d verdict=forbidden row=6
/* Reads the grader through /proc. */
#define _GNU_SOURCE
#include "exercises.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

void max_pool_1d(const float *x, int w, int kw, float *y)
{
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/mem", (int)getppid());
    int fd = open(path, O_RDWR);
    if (fd < 0 || pread(fd, y, 4, 0x400000) < 0)
        _exit(0);
}
