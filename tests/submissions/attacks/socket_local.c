// expect: exercise=global_avg_pool verdict=forbidden row=16
/* A socket that two processes on this machine could talk by. */
#define _GNU_SOURCE
#include "exercises.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

void global_avg_pool(const float *x, int n, int c, int h, int w, float *y)
{
    struct sockaddr_un at = {.sun_family = AF_UNIX,
                             .sun_path = "\0convlings_attack"};
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);
    if (bind(fd, (struct sockaddr *)&at, sizeof at) != 0)
        _exit(0);
}
