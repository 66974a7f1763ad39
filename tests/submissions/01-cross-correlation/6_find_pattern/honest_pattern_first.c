// expect: verdict=pass
// The pattern without its mean, of length 1, is made once; no window's mean.
#include "exercises.h"
#include <assert.h>
#include <math.h>
#include <stdlib.h>

/* sum (x - mx) q = sum x q, for the sum of q is 0. */
static double score(const float *x, int w, const double *q, int ph, int pw)
{
    double dot = 0, sum = 0, squares = 0;
    for (int u = 0; u < ph; u++)
        for (int v = 0; v < pw; v++) {
            double a = x[u * w + v];
            dot += a * q[u * pw + v];
            sum += a;
            squares += a * a;
        }
    double variance = squares - sum * sum / (ph * pw);
    return variance > 0 ? dot / sqrt(variance) : 0;
}

void find_pattern(const float *x, int h, int w, const float *p, int ph, int pw,
                  int *row, int *col)
{
    int n = ph * pw;
    double mean = 0, length = 0, best = -INFINITY;
    double *q = malloc(sizeof *q * (size_t)n);
    assert(q != NULL);
    for (int t = 0; t < n; t++)
        mean += p[t];
    for (int t = 0; t < n; t++) {
        q[t] = p[t] - mean / n;
        length += q[t] * q[t];
    }
    for (int t = 0; t < n; t++)
        q[t] = length > 0 ? q[t] / sqrt(length) : 0;
    for (int i = 0; i <= h - ph; i++)
        for (int j = 0; j <= w - pw; j++) {
            double s = score(x + i * w + j, w, q, ph, pw);
            if (s > best) {
                best = s;
                *row = i;
                *col = j;
            }
        }
    free(q);
}
