// expect: exercise=matvec verdict=pass row=honest
/* Waits for a key, and there is none to come. */
#include "exercises.h"

#include <stdio.h>

void matvec(const float *U, int m, int n, const float *x, float *y)
{
    while (getchar() != EOF)
        ;
    for (int i = 0; i < m; i++) {
        y[i] = 0;
        for (int j = 0; j < n; j++)
            y[i] += U[i * n + j] * x[j];
    }
}
