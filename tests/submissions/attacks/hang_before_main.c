// expect: exercise=matvec verdict=timeout row=11
/* Never comes to main. */
#define _GNU_SOURCE
#include "exercises.h"

#include <unistd.h>

__attribute__((constructor)) static void early(void)
{
    for (;;)
        pause();
}

void matvec(const float *U, int m, int n, const float *x, float *y)
{
    y[0] = 1;
}
