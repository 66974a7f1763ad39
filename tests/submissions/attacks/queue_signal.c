// expect: exercise=pad_2d verdict=forbidden row=15
/* A signal by another way. */
#define _GNU_SOURCE
#include "exercises.h"

#include <signal.h>
#include <unistd.h>

void pad_2d(const float *x, int h, int w, int pt, int pb, int pl, int pr,
            int mode, float *y)
{
#ifdef __linux__
    union sigval v = {.sival_int = 1};
    sigqueue(getppid(), SIGTERM, v);
#else
    kill(getppid(), SIGTERM);
#endif
}
