// expect: exercise=max_pool_2d_indices verdict=wrong_answer row=4
/* Its own malloc, which gives the same block to everybody. */
#include "exercises.h"

#include <stddef.h>
static char block[4096];
void *malloc(size_t n);
void *malloc(size_t n)
{
    return n > sizeof block ? NULL : block;
}
void free(void *p);
void free(void *p)
{
    (void)p;
}

void max_pool_2d_indices(const float *x, int c, int h, int w, int kh, int kw,
                         int sh, int sw, int ph, int pw, float *y, int *index)
{
    y[0] = 1;
    index[0] = 0;
}
