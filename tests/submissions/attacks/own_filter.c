// expect: exercise=toeplitz_1d verdict=forbidden row=16
/* A filter of its own on top. */
#define _GNU_SOURCE
#include "exercises.h"

#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

void toeplitz_1d(const float *k, int kw, int w, float *U)
{
#ifdef SYS_seccomp
    syscall(SYS_seccomp, 0, 0, 0);
#else
    socket(AF_INET, SOCK_STREAM, 0);
#endif
}
