// expect: exercise=matvec verdict=forbidden row=12
/* Some dozen processes that outlive the one that made them. */
#define _GNU_SOURCE
#include "exercises.h"

#include <unistd.h>

void matvec(const float *U, int m, int n, const float *x, float *y)
{
    for (int i = 0; i < 40; i++)
        if (fork() == 0)
            for (;;)
                pause();
    _exit(0);
}
