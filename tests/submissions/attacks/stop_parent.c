// expect: exercise=matvec verdict=forbidden row=15 needs=seccomp
/* Stops the grader, so that it never reports. */
#define _GNU_SOURCE
#include "exercises.h"

#include <signal.h>
#include <unistd.h>

void matvec(const float *U, int m, int n, const float *x, float *y)
{
    kill(getppid(), SIGSTOP);
}
