// expect: exercise=avg_pool_2d verdict=forbidden row=16
/* Handles page faults itself, the old way to win races in the kernel. */
#define _GNU_SOURCE
#include "exercises.h"

#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

void avg_pool_2d(const float *x, int h, int w, int kh, int kw, int sh, int sw,
                 int ph, int pw, int ceil_mode, int count_padding, float *y)
{
#ifdef SYS_userfaultfd
    syscall(SYS_userfaultfd, 0);
#else
    socket(AF_INET, SOCK_STREAM, 0);
#endif
}
