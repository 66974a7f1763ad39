// expect: exercise=toeplitz_1d verdict=timeout|forbidden row=11
/* Ignores all signals that can be ignored, then loops. */
#define _GNU_SOURCE
#include "exercises.h"

#include <signal.h>

void toeplitz_1d(const float *k, int kw, int w, float *U)
{
    for (int i = 1; i < 32; i++)
        signal(i, SIG_IGN);
    for (volatile int i = 0;; i = 0)
        ;
}
