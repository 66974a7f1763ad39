// expect: verdict=pass
// All products in a malloc'ed table first, then its row sums.
#include "exercises.h"
#include <assert.h>
#include <stdlib.h>

void correlate_1d(const float *x, int w, const float *k, int kw, float *y)
{
    int ow = w - kw + 1;
    float *table = malloc(sizeof *table * (size_t)ow * (size_t)kw);
    assert(table != NULL);
    for (int n = 0; n < ow * kw; n++)
        table[n] = x[n / kw + n % kw] * k[n % kw];
    for (int i = 0; i < ow; i++) {
        y[i] = table[i * kw];
        for (int u = 1; u < kw; u++)
            y[i] += table[i * kw + u];
    }
    free(table);
}
