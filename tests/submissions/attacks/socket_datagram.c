// expect: exercise=conv1x1 verdict=forbidden row=16
/* Asks a name server. */
#define _GNU_SOURCE
#include "exercises.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

void conv1x1(const float *x, int n, int c_in, int h, int w, const float *weight,
             int c_out, const float *bias, float *y)
{
    struct sockaddr_in to = {.sin_family = AF_INET,
                             .sin_port = htons(9),
                             .sin_addr = {htonl(INADDR_LOOPBACK)}};
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    if (sendto(fd, x, 4, 0, (struct sockaddr *)&to, sizeof to) < 0)
        _exit(0);
}
