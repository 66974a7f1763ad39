// expect: verdict=pass
// From the last window to the first, and >= for the ties.
#include "exercises.h"
#include <math.h>

static double mean(const double *a, int n)
{
    double sum = 0;
    for (int t = 0; t < n; t++)
        sum += a[t];
    return sum / n;
}

static double dot(const double *a, const double *b, int n)
{
    return n == 0 ? 0 : *a * *b + dot(a + 1, b + 1, n - 1);
}

void find_pattern(const float *x, int h, int w, const float *p, int ph, int pw,
                  int *row, int *col)
{
    int n = ph * pw;
    double best = -2, a[n], b[n];
    for (int i = h - ph; i >= 0; i--)
        for (int j = w - pw; j >= 0; j--) {
            for (int t = 0; t < n; t++) {
                a[t] = x[(i + t / pw) * w + j + t % pw];
                b[t] = p[t];
            }
            double ma = mean(a, n), mb = mean(b, n);
            for (int t = 0; t < n; t++) {
                a[t] -= ma;
                b[t] -= mb;
            }
            double below = sqrt(dot(a, a, n)) * sqrt(dot(b, b, n));
            double score = below == 0 ? 0 : dot(a, b, n) / below;
            if (score >= best) {
                best = score;
                *row = i;
                *col = j;
            }
        }
}
