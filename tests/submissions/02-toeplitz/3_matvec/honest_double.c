// expect: verdict=pass
// A sum in double.
#include "exercises.h"

void matvec(const float *U, int m, int n, const float *x, float *y)
{
    for (int i = 0; i < m; i++) {
        double sum = 0;
        for (int j = 0; j < n; j++)
            sum += (double)U[i * n + j] * (double)x[j];
        y[i] = (float)sum;
    }
}
