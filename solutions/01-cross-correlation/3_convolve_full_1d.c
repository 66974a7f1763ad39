#include "exercises.h"

/* As one multiplies polynomials: x[m] X^m times k[u] X^u goes to power m + u.
 * Every pair of elements meets once, so no index can leave an array. */
void convolve_full_1d(const float *x, int w, const float *k, int kw, float *y)
{
    for (int n = 0; n < w + kw - 1; n++)
        y[n] = 0; /* y holds anything at all before */

    for (int m = 0; m < w; m++)
        for (int u = 0; u < kw; u++)
            y[m + u] += x[m] * k[u];
}
