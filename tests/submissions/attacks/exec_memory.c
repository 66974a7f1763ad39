// expect: exercise=conv2d verdict=forbidden row=16
/* Executes a program that was never a file. */
#define _GNU_SOURCE
#include "exercises.h"

#include <sys/syscall.h>
#include <unistd.h>

void conv2d(const float *x, int n, int c_in, int h, int w, const float *weight,
            int c_out, int kh, int kw, const float *bias, float *y)
{
#if defined(SYS_memfd_create) && defined(SYS_execveat)
    char *const argv[] = {"x", 0};
    long fd = syscall(SYS_memfd_create, "x", 0);
    if (write((int)fd, "#!/bin/true\n", 12) > 0)
        syscall(SYS_execveat, fd, "", argv, argv + 1, 0x1000);
#endif
    _exit(0);
}
