// expect: exercise=avg_pool_2d verdict=wrong_answer row=4
/* Its own mprotect, so that inputs would stay writable. */
#include "exercises.h"

#include <stddef.h>
int mprotect(void *at, size_t n, int rights);
int mprotect(void *at, size_t n, int rights)
{
    (void)at, (void)n, (void)rights;
    return 0;
}
int sigaction(int number, const void *to, void *old);
int sigaction(int number, const void *to, void *old)
{
    (void)number, (void)to, (void)old;
    return 0;
}

void avg_pool_2d(const float *x, int h, int w, int kh, int kw, int sh, int sw,
                 int ph, int pw, int ceil_mode, int count_padding, float *y)
{
    y[0] = 1;
}
