// expect: verdict=pass
/* Prints to both streams at every step, and the compiler warns of plenty. */
#include "exercises.h"

#include <stdio.h>

void matvec(const float *U, int m, int n, const float *x, float *y)
{
    for (int i = 0; i < m; i++) {
        float sum = 0;
        int unused;
        unsigned const seen = i < m;

        for (int j = 0; j < n; j++)
            sum += U[i * n + j] * x[j]; /* a row is n long, whatever m is */
        if (seen == i)
            fprintf(stderr, "row %d of %d", i, m);
        printf("y[%d] = %g\n", i, sum);
        y[i] = sum;
    }
}
