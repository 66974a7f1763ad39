// expect: exercise=matvec verdict=forbidden|crash row=14
/* Puts its own pipe in the place of the one for the answer. */
#define _GNU_SOURCE
#include "exercises.h"

#include <unistd.h>

void matvec(const float *U, int m, int n, const float *x, float *y)
{
    if (dup2(1, 4) != 4)
        _exit(0);
}
