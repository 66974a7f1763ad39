// expect: exercise=conv1x1 verdict=forbidden row=15
/* A signal to the first thread of the grader. */
#define _GNU_SOURCE
#include "exercises.h"

#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

void conv1x1(const float *x, int n, int c_in, int h, int w, const float *weight,
             int c_out, const float *bias, float *y)
{
#ifdef SYS_tgkill
    syscall(SYS_tgkill, (long)getppid(), (long)getppid(), SIGKILL);
#else
    kill(getppid(), SIGKILL);
#endif
}
