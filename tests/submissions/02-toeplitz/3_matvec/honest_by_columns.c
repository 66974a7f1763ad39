// expect: verdict=pass
// Column by column: each x[j] gives to all outputs.
#include "exercises.h"

void matvec(const float *U, int m, int n, const float *x, float *y)
{
    for (int i = 0; i < m; i++)
        y[i] = 0;
    for (int j = 0; j < n; j++)
        for (int i = 0; i < m; i++)
            y[i] += U[i * n + j] * x[j];
}
