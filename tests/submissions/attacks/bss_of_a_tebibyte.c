// expect: exercise=matvec verdict=out_of_memory|crash|compile_error row=13
/* A variable larger than any memory. */
#include "exercises.h"

static volatile char big[(unsigned long long)1 << 40];

void matvec(const float *U, int m, int n, const float *x, float *y)
{
    big[m] = 1;
    y[0] = big[n];
}
