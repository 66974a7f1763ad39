// expect: exercise=pad_2d verdict=forbidden row=12
/* Leaves its session and its group, and holds the pipes open. */
#define _GNU_SOURCE
#include "exercises.h"

#include <unistd.h>

void pad_2d(const float *x, int h, int w, int pt, int pb, int pl, int pr,
            int mode, float *y)
{
    if (fork() == 0) {
        setsid();
        if (fork() == 0)
            for (;;)
                pause();
    }
    _exit(0);
}
