// expect: exercise=pad_2d verdict=out_of_memory|crash|wrong_answer row=13
/* Moves the end of the data segment until it cannot. */
#define _GNU_SOURCE
#include "exercises.h"

#include <string.h>
#include <unistd.h>

#ifndef __linux__
#define sbrk(n) ((void *)0)
#endif

void pad_2d(const float *x, int h, int w, int pt, int pb, int pl, int pr,
            int mode, float *y)
{
    for (;;)
        memset(sbrk(1 << 24), 1, 1 << 24);
}
