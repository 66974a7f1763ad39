// expect: exercise=matvec verdict=memory_error|wrong_answer row=17
/* Reads one element before the matrix. */
#include "exercises.h"

void matvec(const float *U, int m, int n, const float *x, float *y)
{
    for (int i = 0; i < m; i++) {
        y[i] = 0;
        for (int j = 0; j < n; j++)
            y[i] += U[i * n + j] * x[j];
    }
    volatile float before = U[-1];
    (void)before;
}
