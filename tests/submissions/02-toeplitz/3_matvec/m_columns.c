// expect: verdict=wrong_answer misconception=MV8
// The columns go to m: beside U where it is high, too few where it is wide.
#include "exercises.h"

void matvec(const float *U, int m, int n, const float *x, float *y)
{
    for (int i = 0; i < m; i++) {
        float sum = 0;
        for (int j = 0; j < m; j++)
            sum += U[i * n + j] * x[j];
        y[i] = sum;
    }
}
