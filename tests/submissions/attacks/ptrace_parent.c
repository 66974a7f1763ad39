// expect: exercise=conv2d verdict=forbidden row=6
/* Attaches to the grader as a debugger does. */
#define _GNU_SOURCE
#include "exercises.h"

#include <sys/ptrace.h>
#include <unistd.h>

void conv2d(const float *x, int n, int c_in, int h, int w, const float *weight,
            int c_out, int kh, int kw, const float *bias, float *y)
{
#ifdef __linux__
    if (ptrace(PTRACE_ATTACH, getppid(), 0, 0) == 0)
        y[0] = 1;
#else
    _exit(0);
#endif
}
