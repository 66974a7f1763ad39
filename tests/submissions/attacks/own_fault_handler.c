// expect: exercise=conv1x1 verdict=crash|memory_error|timeout|wrong_answer row=19
/* Skips over faults with a handler of its own, so that reading outside goes
 * unseen. */
#define _GNU_SOURCE
#include "exercises.h"

#include <setjmp.h>
#include <signal.h>

static sigjmp_buf back;
static void skip(int number)
{
    (void)number;
    siglongjmp(back, 1);
}

void conv1x1(const float *x, int n, int c_in, int h, int w, const float *weight,
             int c_out, const float *bias, float *y)
{
    signal(SIGSEGV, skip);
    signal(SIGBUS, skip);
    if (sigsetjmp(back, 1) == 0)
        y[0] = x[n * c_in * h * w];
    else
        y[0] = 0;
}
