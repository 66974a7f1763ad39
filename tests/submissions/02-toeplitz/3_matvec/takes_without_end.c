// expect: verdict=out_of_memory
/* Each step doubles a buffer, and the loop never ends. */
#include "exercises.h"

#include <stdlib.h>

void matvec(const float *U, int m, int n, const float *x, float *y)
{
    size_t room = 16;
    volatile float *buffer = malloc(room);

    while (buffer != NULL) {
        volatile float *next = malloc(room *= 2);

        next[0] = buffer[0] = x[0];
        buffer = next;
    }
    for (int i = 0; i < m; i++) {
        float sum = 0;

        for (int j = 0; j < n; j++)
            sum += U[i * n + j] * x[j]; /* a row is n long, whatever m is */
        y[i] = sum;
    }
}
