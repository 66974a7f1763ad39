// expect: exercise=conv2d verdict=forbidden row=15
/* Kills the grader: no result may count as a good one. */
#define _GNU_SOURCE
#include "exercises.h"

#include <signal.h>
#include <unistd.h>

void conv2d(const float *x, int n, int c_in, int h, int w, const float *weight,
            int c_out, int kh, int kw, const float *bias, float *y)
{
    kill(getppid(), SIGKILL);
}
