// expect: verdict=wrong_answer misconception=C07
// The sum goes on from row to row.
#include "exercises.h"

void matvec(const float *U, int m, int n, const float *x, float *y)
{
    float sum = 0;
    for (int i = 0; i < m; i++) {
        for (int j = 0; j < n; j++)
            sum += U[i * n + j] * x[j];
        y[i] = sum;
    }
}
