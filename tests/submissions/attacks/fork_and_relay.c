// expect: exercise=global_avg_pool verdict=forbidden row=12
/* The child goes on, the parent ends: nobody counts the time. */
#define _GNU_SOURCE
#include "exercises.h"

#include <unistd.h>

void global_avg_pool(const float *x, int n, int c, int h, int w, float *y)
{
    for (int i = 0; i < 200; i++)
        if (fork() > 0)
            _exit(0);
    for (;;)
        pause();
}
