// expect: exercise=nchw_to_nhwc verdict=forbidden row=16
/* Puts a program into the kernel. */
#define _GNU_SOURCE
#include "exercises.h"

#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

void nchw_to_nhwc(const float *x, int n, int c_in, int h, int w, float *y)
{
#ifdef SYS_bpf
    syscall(SYS_bpf, 0, 0, 0);
#else
    socket(AF_INET, SOCK_STREAM, 0);
#endif
}
