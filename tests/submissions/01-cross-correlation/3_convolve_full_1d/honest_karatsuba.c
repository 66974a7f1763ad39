// expect: verdict=pass
// Karatsuba's three products instead of four, in double.
#include "exercises.h"
#include <assert.h>
#include <stdlib.h>

/* c[0 .. 2n-2] = a times b, both of n numbers, n a power of two. */
static void multiply(const double *a, const double *b, int n, double *c)
{
    if (n == 1) {
        c[0] = a[0] * b[0];
        return;
    }
    int half = n / 2, part = 2 * half - 1;
    double low[part], high[part], both[part], sa[half], sb[half];
    for (int i = 0; i < half; i++) {
        sa[i] = a[i] + a[half + i];
        sb[i] = b[i] + b[half + i];
    }
    multiply(a, b, half, low);
    multiply(a + half, b + half, half, high);
    multiply(sa, sb, half, both);
    for (int i = 0; i < 2 * n - 1; i++)
        c[i] = 0;
    for (int i = 0; i < part; i++) {
        c[i] += low[i];
        c[half + i] += both[i] - low[i] - high[i];
        c[n + i] += high[i];
    }
}

void convolve_full_1d(const float *x, int w, const float *k, int kw, float *y)
{
    int n = 1;
    while (n < w || n < kw)
        n *= 2;
    double *a = calloc((size_t)(4 * n), sizeof *a);
    assert(a != NULL);
    double *b = a + n, *c = b + n;
    for (int i = 0; i < w; i++)
        a[i] = x[i];
    for (int i = 0; i < kw; i++)
        b[i] = k[i];
    multiply(a, b, n, c);
    for (int i = 0; i < w + kw - 1; i++)
        y[i] = (float)c[i];
    free(a);
}
