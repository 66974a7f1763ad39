// expect: exercise=matvec verdict=forbidden row=16
/* Two ends of a socket. */
#include "exercises.h"

#include <sys/socket.h>

void matvec(const float *U, int m, int n, const float *x, float *y)
{
    int fd[2] = {0, 0};
    y[0] = (float)socketpair(AF_UNIX, SOCK_STREAM, 0, fd);
}
