// expect: exercise=matvec verdict=wrong_answer row=20 points=max-1
/* Right in the first two calls of a process and not in the third. */
#include "exercises.h"

void matvec(const float *U, int m, int n, const float *x, float *y)
{
    static int calls;
    if (calls++ > 1) {
        for (int i = 0; i < m; i++)
            y[i] = 0;
        return;
    }
    for (int i = 0; i < m; i++) {
        y[i] = 0;
        for (int j = 0; j < n; j++)
            y[i] += U[i * n + j] * x[j];
    }
}
