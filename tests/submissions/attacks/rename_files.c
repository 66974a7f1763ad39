// expect: exercise=max_pool_1d verdict=forbidden row=10 needs=seccomp
/* Puts a file in the place of another. */
#include "exercises.h"

#include <stdio.h>

void max_pool_1d(const float *x, int w, int kw, float *y)
{
    y[0] = (float)rename("/tmp/convlings_attack_nothing",
                         "/tmp/convlings_attack_other");
}
