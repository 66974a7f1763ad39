// expect: exercise=pad_index verdict=timeout|forbidden row=11
/* Stops its own process, which then neither runs nor ends. */
#define _GNU_SOURCE
#include "exercises.h"

#include <signal.h>

int pad_index(int i, int n, int mode)
{
    raise(SIGSTOP);
    return 0;
}
