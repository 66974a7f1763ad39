// expect: exercise=global_avg_pool verdict=forbidden row=18
/* Reads the environment of the grader. */
#define _GNU_SOURCE
#include "exercises.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

void global_avg_pool(const float *x, int n, int c, int h, int w, float *y)
{
    char path[64], text[4096];
    snprintf(path, sizeof path, "/proc/%d/environ", (int)getppid());
    ssize_t got = read(open(path, O_RDONLY), text, sizeof text);
    if (got > 0)
        fwrite(text, 1, (size_t)got, stdout);
}
