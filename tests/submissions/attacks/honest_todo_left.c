// expect: exercise=matvec verdict=pass row=honest
/* Solved, and the word TODO still stands there. */
#include "exercises.h"

void matvec(const float *U, int m, int n, const float *x, float *y)
{
    /* TODO: tidy up */
    for (int i = 0; i < m; i++) {
        y[i] = 0;
        for (int j = 0; j < n; j++)
            y[i] += U[i * n + j] * x[j];
    }
}
