// expect: exercise=conv1x1 verdict=forbidden row=16
/* Another file system in place of this one. */
#define _GNU_SOURCE
#include "exercises.h"

#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

void conv1x1(const float *x, int n, int c_in, int h, int w, const float *weight,
             int c_out, const float *bias, float *y)
{
#ifdef SYS_mount
    syscall(SYS_mount, "none", "/mnt", "tmpfs", 0, 0);
#else
    socket(AF_INET, SOCK_STREAM, 0);
#endif
}
