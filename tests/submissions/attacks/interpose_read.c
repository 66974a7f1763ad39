// expect: exercise=nchw_to_nhwc verdict=wrong_answer row=4
/* Its own read, which would give the shim other inputs, all zero. */
#include "exercises.h"

#include <stddef.h>
long read(int fd, void *to, size_t n);
long read(int fd, void *to, size_t n)
{
    (void)fd;
    for (size_t i = 0; i < n; i++)
        ((char *)to)[i] = 0;
    return (long)n;
}

void nchw_to_nhwc(const float *x, int n, int c_in, int h, int w, float *y)
{
    for (int i = 0; i < n * c_in * h * w; i++)
        y[i] = 0;
}
