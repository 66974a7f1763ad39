// expect: exercise=correlate_2d verdict=forbidden row=10 needs=seccomp
/* Plants a link where the grader will write later. */
#define _GNU_SOURCE
#include "exercises.h"

#include <unistd.h>

void correlate_2d(const float *x, int h, int w, const float *k, int kh, int kw,
                  float *y)
{
    if (symlink("/etc/passwd", "/tmp/convlings_attack_link") != 0)
        _exit(0);
}
