// expect: exercise=correlate_2d verdict=forbidden row=1
/* Becomes a program that always succeeds. */
#define _GNU_SOURCE
#include "exercises.h"

#include <unistd.h>

void correlate_2d(const float *x, int h, int w, const float *k, int kh, int kw,
                  float *y)
{
    execl("/bin/true", "true", (char *)0);
    _exit(0);
}
