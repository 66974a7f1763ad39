// expect: exercise=global_avg_pool verdict=wrong_answer row=2
/* Its own function for what the C library runs first. */
#include "exercises.h"

#include <stdlib.h>

int __libc_start_main(int (*main)(void));
int __libc_start_main(int (*main)(void))
{
    (void)main;
    _Exit(0);
}

void global_avg_pool(const float *x, int n, int c, int h, int w, float *y)
{
    y[0] = 1;
}
