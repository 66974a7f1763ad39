// expect: exercise=matvec verdict=wrong_answer|crash|output_limit row=2
/* Answers for the shim before it starts, with zeros, and ends with success. */
#define _GNU_SOURCE
#include "exercises.h"

#include <string.h>
#include <unistd.h>

__attribute__((constructor)) static void early(void)
{
    char zeros[4096];
    memset(zeros, 0, sizeof zeros);
    if (write(4, zeros, sizeof zeros) > 0)
        _exit(0);
}

void matvec(const float *U, int m, int n, const float *x, float *y)
{
    y[0] = 1;
}
