// expect: exercise=pad_2d verdict=forbidden row=10 needs=seccomp
/* Deletes. */
#define _GNU_SOURCE
#include "exercises.h"

#include <unistd.h>

void pad_2d(const float *x, int h, int w, int pt, int pb, int pl, int pr,
            int mode, float *y)
{
    if (unlink("/tmp/convlings_attack_nothing") != 0)
        _exit(0);
}
