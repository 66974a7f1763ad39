// expect: verdict=wrong_answer misconception=MV2
// Column by column.
#include "exercises.h"

void matvec(const float *U, int m, int n, const float *x, float *y)
{
    for (int i = 0; i < m; i++) {
        float sum = 0;
        for (int j = 0; j < n; j++)
            sum += U[j * m + i] * x[j];
        y[i] = sum;
    }
}
