// expect: exercise=max_pool_2d_indices verdict=forbidden row=16
/* Reads the keys of the user. */
#define _GNU_SOURCE
#include "exercises.h"

#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

void max_pool_2d_indices(const float *x, int c, int h, int w, int kh, int kw,
                         int sh, int sw, int ph, int pw, float *y, int *index)
{
#ifdef SYS_keyctl
    syscall(SYS_keyctl, 0, -3, 0, 0, 0);
#else
    socket(AF_INET, SOCK_STREAM, 0);
#endif
}
