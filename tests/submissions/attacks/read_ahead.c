// expect: exercise=matvec verdict=crash|wrong_answer row=14
/* Reads the requests that are to come, before the shim does. */
#define _GNU_SOURCE
#include "exercises.h"

#include <unistd.h>

void matvec(const float *U, int m, int n, const float *x, float *y)
{
    static char next[65536];
    while (read(3, next, sizeof next) > 0)
        ;
    y[0] = (float)next[0];
}
