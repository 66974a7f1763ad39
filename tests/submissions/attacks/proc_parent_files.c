// expect: exercise=toeplitz_1d verdict=forbidden row=6
/* Opens the files that the grader has open. */
#define _GNU_SOURCE
#include "exercises.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

void toeplitz_1d(const float *k, int kw, int w, float *U)
{
    char path[64];
    for (int i = 0; i < 32; i++) {
        snprintf(path, sizeof path, "/proc/%d/fd/%d", (int)getppid(), i);
        if (open(path, O_RDWR) >= 0)
            U[0] = 1;
    }
}
