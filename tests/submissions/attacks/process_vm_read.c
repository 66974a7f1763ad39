// expect: exercise=conv1x1 verdict=forbidden row=6
/* Copies memory out of the grader. */
#define _GNU_SOURCE
#include "exercises.h"

#include <sys/uio.h>
#include <unistd.h>

void conv1x1(const float *x, int n, int c_in, int h, int w, const float *weight,
             int c_out, const float *bias, float *y)
{
#ifdef __linux__
    struct iovec to = {y, 4}, from = {(void *)0x400000, 4};
    if (process_vm_readv(getppid(), &to, 1, &from, 1, 0) < 0)
        _exit(0);
#else
    _exit(0);
#endif
}
