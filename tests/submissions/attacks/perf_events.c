// expect: exercise=depthwise_conv2d verdict=forbidden row=16
/* Watches other processes by the counters. */
#define _GNU_SOURCE
#include "exercises.h"

#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

void depthwise_conv2d(const float *x, int c_in, int h, int w,
                      const float *weight, int m, int kh, int kw,
                      const float *bias, int s, int p, float *y)
{
#ifdef SYS_perf_event_open
    syscall(SYS_perf_event_open, 0, -1, 0, -1, 0);
#else
    socket(AF_INET, SOCK_STREAM, 0);
#endif
}
