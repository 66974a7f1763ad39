// expect: exercise=nchw_to_nhwc verdict=forbidden row=16 needs=seccomp
/* Opens a port and waits there for orders, in a process that stays. */
#define _GNU_SOURCE
#include "exercises.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

void nchw_to_nhwc(const float *x, int n, int c_in, int h, int w, float *y)
{
    struct sockaddr_in at = {.sin_family = AF_INET,
                             .sin_port = htons(47113),
                             .sin_addr = {htonl(INADDR_LOOPBACK)}};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (bind(fd, (struct sockaddr *)&at, sizeof at) != 0 || listen(fd, 1) != 0)
        _exit(0);
    if (fork() == 0)
        accept(fd, 0, 0);
    _exit(0);
}
