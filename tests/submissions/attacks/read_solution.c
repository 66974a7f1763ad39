// expect: exercise=toeplitz_1d verdict=forbidden row=10
/* Opens the solution while it runs. */
#include "exercises.h"

#include <stdio.h>

void toeplitz_1d(const float *k, int kw, int w, float *U)
{
    FILE *f = fopen("solutions/02-toeplitz/1_toeplitz_1d.c", "r");
    if (f != 0)
        U[0] = 1;
}
