// expect: verdict=wrong_answer misconception=C08
// Added to what y held.
#include "exercises.h"

void matvec(const float *U, int m, int n, const float *x, float *y)
{
    for (int i = 0; i < m; i++) {
        for (int j = 0; j < n; j++)
            y[i] += U[i * n + j] * x[j];
    }
}
