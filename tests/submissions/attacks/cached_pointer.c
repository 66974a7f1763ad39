// expect: exercise=matvec verdict=wrong_answer row=17
/* Knows the arrays by their addresses and computes each only once. */
#include "exercises.h"

void matvec(const float *U, int m, int n, const float *x, float *y)
{
    static const float *seen;
    if (seen == U)
        return;
    seen = U;
    for (int i = 0; i < m; i++) {
        y[i] = 0;
        for (int j = 0; j < n; j++)
            y[i] += U[i * n + j] * x[j];
    }
}
