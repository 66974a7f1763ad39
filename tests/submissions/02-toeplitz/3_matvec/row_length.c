// expect: verdict=wrong_answer misconception=MV1
// Rows of m.
#include "exercises.h"

void matvec(const float *U, int m, int n, const float *x, float *y)
{
    for (int i = 0; i < m; i++) {
        float sum = 0;
        for (int j = 0; j < n; j++)
            sum += U[i * m + j] * x[j];
        y[i] = sum;
    }
}
