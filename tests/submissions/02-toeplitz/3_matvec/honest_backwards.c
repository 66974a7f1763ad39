// expect: verdict=pass
// From the last column to the first.
#include "exercises.h"

void matvec(const float *U, int m, int n, const float *x, float *y)
{
    for (int i = 0; i < m; i++) {
        float sum = 0;
        for (int j = n - 1; j >= 0; j--)
            sum += x[j] * U[i * n + j];
        y[i] = sum;
    }
}
