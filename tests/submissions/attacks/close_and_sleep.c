// expect: exercise=output_size verdict=timeout row=14
/* Closes all pipes, so that nothing is heard of it, and stays. */
#define _GNU_SOURCE
#include "exercises.h"

#include <unistd.h>

int output_size(int n, int k, int s, int before, int after, int d)
{
    for (int i = 0; i < 16; i++)
        close(i);
    for (;;)
        pause();
    return 0;
}
