// expect: verdict=wrong_answer misconception=MV4
// Each row from its end.
#include "exercises.h"

void matvec(const float *U, int m, int n, const float *x, float *y)
{
    for (int i = 0; i < m; i++) {
        float sum = 0;
        for (int j = 0; j < n; j++)
            sum += U[i * n + n - 1 - j] * x[j];
        y[i] = sum;
    }
}
