// expect: exercise=break_flip verdict=timeout row=11
/* Waits, without using the processor. */
#define _GNU_SOURCE
#include "exercises.h"

#include <unistd.h>

void break_flip(float *x, int *h, int *w, float *k, int *kh, int *kw)
{
    for (;;)
        sleep(1000);
}
