// expect: exercise=avg_pool_2d verdict=forbidden row=6
/* Takes a descriptor out of the grader. */
#define _GNU_SOURCE
#include "exercises.h"

#include <sys/syscall.h>
#include <unistd.h>

void avg_pool_2d(const float *x, int h, int w, int kh, int kw, int sh, int sw,
                 int ph, int pw, int ceil_mode, int count_padding, float *y)
{
#if defined(SYS_pidfd_open) && defined(SYS_pidfd_getfd)
    long fd = syscall(SYS_pidfd_open, (long)getppid(), 0);
    if (syscall(SYS_pidfd_getfd, fd, 3, 0) >= 0)
        y[0] = 1;
#else
    _exit(0);
#endif
}
