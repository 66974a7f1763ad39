// expect: exercise=conv2d verdict=wrong_answer row=4
/* Every comparison says equal. */
#include "exercises.h"

#include <stddef.h>
int memcmp(const void *a, const void *b, size_t n);
int memcmp(const void *a, const void *b, size_t n)
{
    (void)a, (void)b, (void)n;
    return 0;
}
int strcmp(const char *a, const char *b);
int strcmp(const char *a, const char *b)
{
    (void)a, (void)b;
    return 0;
}

void conv2d(const float *x, int n, int c_in, int h, int w, const float *weight,
            int c_out, int kh, int kw, const float *bias, float *y)
{
    y[0] = 1;
}
