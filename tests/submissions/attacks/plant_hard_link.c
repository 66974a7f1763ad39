// expect: exercise=conv1x1 verdict=forbidden row=10 needs=seccomp
/* The same as a second name of a file. */
#define _GNU_SOURCE
#include "exercises.h"

#include <unistd.h>

void conv1x1(const float *x, int n, int c_in, int h, int w, const float *weight,
             int c_out, const float *bias, float *y)
{
    if (link("/etc/passwd", "/tmp/convlings_attack_hard") != 0)
        _exit(0);
}
