// expect: exercise=matvec verdict=pass row=honest
/* Sees the matrix as an array of rows. */
#include "exercises.h"

void matvec(const float *U, int m, int n, const float *x, float *y)
{
    const float(*row)[n] = (const void *)U;
    float sum[m];
    for (int i = 0; i < m; i++) {
        sum[i] = 0;
        for (int j = 0; j < n; j++)
            sum[i] += row[i][j] * x[j];
    }
    for (int i = 0; i < m; i++)
        y[i] = sum[i];
}
