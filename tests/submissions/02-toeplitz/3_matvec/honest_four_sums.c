// expect: verdict=pass
// Four sums, and what is left over.
#include "exercises.h"

void matvec(const float *U, int m, int n, const float *x, float *y)
{
    for (int i = 0; i < m; i++) {
        float s[4] = {0};
        const float *row = U + i * n;
        for (int j = 0; j < n; j++)
            s[j % 4] += row[j] * x[j];
        y[i] = (s[0] + s[1]) + (s[2] + s[3]);
    }
}
