// expect: exercise=matvec verdict=pass row=honest
/* Uses math.h, to no end. */
#include "exercises.h"

#include <math.h>
#include <tgmath.h>

void matvec(const float *U, int m, int n, const float *x, float *y)
{
    for (int i = 0; i < m; i++) {
        float sum = 0;
        for (int j = 0; j < n; j++)
            sum = fmaf(U[i * n + j], x[j], sum);
        y[i] = copysignf(fabsf(sum), sum) + (float)floor(sin(0.0));
    }
}
