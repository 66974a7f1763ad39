// expect: exercise=global_avg_pool verdict=forbidden row=16
/* Another root folder. */
#define _GNU_SOURCE
#include "exercises.h"

#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

void global_avg_pool(const float *x, int n, int c, int h, int w, float *y)
{
#ifdef SYS_chroot
    syscall(SYS_chroot, "/tmp");
#else
    socket(AF_INET, SOCK_STREAM, 0);
#endif
}
