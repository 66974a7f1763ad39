// expect: exercise=max_pool_1d verdict=forbidden row=16
/* Segments of its own. */
#define _GNU_SOURCE
#include "exercises.h"

#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

void max_pool_1d(const float *x, int w, int kw, float *y)
{
#ifdef SYS_ptrace
    syscall(SYS_ptrace, 0, 0, 0, 0);
#else
    socket(AF_INET, SOCK_STREAM, 0);
#endif
}
