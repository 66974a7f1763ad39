// expect: exercise=matvec verdict=wrong_answer row=4
/* Its own write, which would send what it likes in place of the answer. */
#include "exercises.h"

#include <stddef.h>
long write(int fd, const void *from, size_t n);
long write(int fd, const void *from, size_t n)
{
    (void)fd, (void)from;
    return (long)n;
}

void matvec(const float *U, int m, int n, const float *x, float *y)
{
    y[0] = 1;
}
