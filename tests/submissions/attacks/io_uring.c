// expect: exercise=conv2d verdict=forbidden row=16
/* Lets the kernel open and write in its place. */
#define _GNU_SOURCE
#include "exercises.h"

#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

void conv2d(const float *x, int n, int c_in, int h, int w, const float *weight,
            int c_out, int kh, int kw, const float *bias, float *y)
{
#ifdef SYS_io_uring_setup
    syscall(SYS_io_uring_setup, 1, 0);
#else
    socket(AF_INET, SOCK_STREAM, 0);
#endif
}
