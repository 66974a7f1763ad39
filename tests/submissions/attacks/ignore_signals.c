// expect: exercise=toeplitz_1d verdict=timeout|forbidden row=11
/* Ignores all signals that can be ignored, then waits. */
#define _GNU_SOURCE
#include "exercises.h"

#include <signal.h>
#include <unistd.h>

void toeplitz_1d(const float *k, int kw, int w, float *U)
{
    for (int i = 1; i < 32; i++)
        signal(i, SIG_IGN);
    for (;;)
        pause();
}
