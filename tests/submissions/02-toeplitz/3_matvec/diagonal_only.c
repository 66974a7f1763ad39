// expect: verdict=wrong_answer misconception=MV5
// Element by element.
#include "exercises.h"

void matvec(const float *U, int m, int n, const float *x, float *y)
{
    for (int i = 0; i < m; i++)
        y[i] = i < n ? U[i * n + i] * x[i] : 0;
}
