// expect: exercise=matvec verdict=pass row=honest
/* The compiler warns of much, and nothing is wrong. */
#include "exercises.h"

void matvec(const float *U, int m, int n, const float *x, float *y)
{
    int unused, other;
    unsigned u = -1;
    if (u < 0)
        ;
    for (int i = 0; i < m; i++) {
        y[i] = 0;
        for (int j = 0; j < n; j++)
            y[i] += U[i * n + j] * x[j];
    }
}
