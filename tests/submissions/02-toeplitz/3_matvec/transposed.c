// expect: verdict=memory_error
// U[j, i] does not exist everywhere.
#include "exercises.h"

void matvec(const float *U, int m, int n, const float *x, float *y)
{
    for (int i = 0; i < m; i++) {
        float sum = 0;
        for (int j = 0; j < n; j++)
            sum += U[j * n + i] * x[j];
        y[i] = sum;
    }
}
