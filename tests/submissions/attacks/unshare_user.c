// expect: exercise=pad_2d verdict=forbidden row=16
/* A world of its own in which it is root. */
#define _GNU_SOURCE
#include "exercises.h"

#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

void pad_2d(const float *x, int h, int w, int pt, int pb, int pl, int pr,
            int mode, float *y)
{
#ifdef SYS_unshare
    syscall(SYS_unshare, 0x10000000);
#else
    socket(AF_INET, SOCK_STREAM, 0);
#endif
}
