// expect: verdict=wrong_answer misconception=C14
// The sum is an int.
#include "exercises.h"

void matvec(const float *U, int m, int n, const float *x, float *y)
{
    for (int i = 0; i < m; i++) {
        int sum = 0;
        for (int j = 0; j < n; j++)
            sum = (int)((float)sum + U[i * n + j] * x[j]);
        y[i] = (float)sum;
    }
}
