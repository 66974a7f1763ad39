// expect: exercise=matvec verdict=crash row=1
/* The other exit of C11. */
#include "exercises.h"

#include <stdlib.h>

void matvec(const float *U, int m, int n, const float *x, float *y)
{
    quick_exit(0);
}
