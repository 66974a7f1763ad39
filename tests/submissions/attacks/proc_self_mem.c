// expect: exercise=global_avg_pool verdict=forbidden row=6
/* Rewrites its own code, and that of the shim, through /proc. */
#define _GNU_SOURCE
#include "exercises.h"

#include <fcntl.h>
#include <unistd.h>

void global_avg_pool(const float *x, int n, int c, int h, int w, float *y)
{
    int fd = open("/proc/self/mem", O_RDWR);
    if (fd < 0 || pwrite(fd, y, 4, (off_t)(long)&global_avg_pool) < 0)
        _exit(0);
}
