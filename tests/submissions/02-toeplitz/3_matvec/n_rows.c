// expect: verdict=memory_error misconception=MV9
// As many outputs as columns.
#include "exercises.h"

void matvec(const float *U, int m, int n, const float *x, float *y)
{
    (void)m;
    for (int i = 0; i < n; i++) {
        float sum = 0;
        for (int j = 0; j < n; j++)
            sum += U[i * n + j] * x[j];
        y[i] = sum;
    }
}
