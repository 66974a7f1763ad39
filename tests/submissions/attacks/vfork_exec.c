// expect: exercise=max_pool_2d_indices verdict=forbidden row=12
/* Starts a program. */
#define _GNU_SOURCE
#include "exercises.h"

#include <spawn.h>
#include <unistd.h>

extern char **environ;

void max_pool_2d_indices(const float *x, int c, int h, int w, int kh, int kw,
                         int sh, int sw, int ph, int pw, float *y, int *index)
{
    pid_t pid;
    char *const argv[] = {"sleep", "60", 0};
    posix_spawn(&pid, "/bin/sleep", 0, 0, argv, environ);
    _exit(0);
}
