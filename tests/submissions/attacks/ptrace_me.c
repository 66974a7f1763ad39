// expect: exercise=correlate_1d verdict=forbidden row=6
/* Asks to be traced by the grader. */
#define _GNU_SOURCE
#include "exercises.h"

#include <sys/ptrace.h>
#include <unistd.h>

void correlate_1d(const float *x, int w, const float *k, int kw, float *y)
{
#ifdef __linux__
    if (ptrace(PTRACE_TRACEME, 0, 0, 0) == 0)
        y[0] = 1;
#else
    _exit(0);
#endif
}
