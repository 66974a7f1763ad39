// expect: exercise=depthwise_conv2d verdict=forbidden row=12
/* A process without the C library knowing. */
#define _GNU_SOURCE
#include "exercises.h"

#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

void depthwise_conv2d(const float *x, int c_in, int h, int w,
                      const float *weight, int m, int kh, int kw,
                      const float *bias, int s, int p, float *y)
{
#ifdef SYS_clone
    if (syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0) == 0)
        for (;;)
            pause();
#endif
    _exit(0);
}
