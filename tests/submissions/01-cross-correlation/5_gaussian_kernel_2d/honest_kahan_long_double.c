// expect: verdict=pass
// A compensated sum of long doubles in malloc'ed scratch.
#include "exercises.h"
#include <assert.h>
#include <math.h>
#include <stdlib.h>

void gaussian_kernel_2d(int size, float sigma, float *k)
{
    int count = size * size;
    long double sum = 0, lost = 0, c = (size - 1) / 2.0L;
    long double *g = malloc(sizeof *g * (size_t)count);
    assert(g != NULL);
    for (int n = 0; n < count; n++) {
        g[n] = expl(-(powl(n / size - c, 2) + powl(n % size - c, 2)) /
                    (2.0L * sigma * sigma));
        long double term = g[n] - lost, next = sum + term;
        lost = (next - sum) - term;
        sum = next;
    }
    for (int n = 0; n < count; n++)
        k[n] = (float)(g[n] / sum);
    free(g);
}
