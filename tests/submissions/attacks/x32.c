// expect: exercise=matvec verdict=forbidden row=16
/* Calls the kernel by the numbers of the x32 interface. */
#define _GNU_SOURCE
#include "exercises.h"

#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

void matvec(const float *U, int m, int n, const float *x, float *y)
{
#if defined(__x86_64__) && defined(__linux__)
    syscall(0x40000000 + 39);
#else
    socket(AF_INET, SOCK_STREAM, 0);
#endif
}
