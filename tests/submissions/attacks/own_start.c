// expect: exercise=matvec verdict=wrong_answer|compile_error row=3
/* The first function of a program, its own. */
#include "exercises.h"

#include <stdlib.h>

void _start(void);
void _start(void)
{
    _Exit(0);
}

void matvec(const float *U, int m, int n, const float *x, float *y)
{
    y[0] = 1;
}
