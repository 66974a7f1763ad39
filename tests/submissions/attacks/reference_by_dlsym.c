// expect: exercise=max_pool_2d_indices verdict=wrong_answer|forbidden|crash row=5
/* Asks the loader for a function that computes the answer. */
#define _GNU_SOURCE
#include "exercises.h"

#include <dlfcn.h>
#include <stddef.h>

void max_pool_2d_indices(const float *x, int c, int h, int w, int kh, int kw,
                         int sh, int sw, int ph, int pw, float *y, int *index)
{
    void *all = dlopen(NULL, RTLD_NOW);
    void *found = all != NULL ? dlsym(all, "ref_max_pool2d") : NULL;
    if (found != NULL)
        ((void (*)(const float *, float *))found)(x, y);
}
