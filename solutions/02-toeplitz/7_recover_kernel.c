#include "exercises.h"

enum { MOST = 25 };

/* Gaussian elimination, as in the lesson; the answer replaces b. */
static void solve(double *A, int n, double *b)
{
    for (int p = 0; p < n; p++)
        for (int r = p + 1; r < n; r++) {
            double f = A[r * n + p] / A[p * n + p];

            for (int c = p; c < n; c++)
                A[r * n + c] -= f * A[p * n + c];
            b[r] -= f * b[p];
        }
    for (int p = n - 1; p >= 0; p--) {
        for (int c = p + 1; c < n; c++)
            b[p] -= A[p * n + c] * b[c];
        b[p] /= A[p * n + p];
    }
}

/* Adds one equation, row . z = y, to the normal equations A z = b. */
static void add_equation(const double *row, double y, double *A, int n,
                         double *b)
{
    for (int p = 0; p < n; p++) {
        for (int q = 0; q < n; q++)
            A[p * n + q] += row[p] * row[q];
        b[p] += row[p] * y;
    }
}

void recover_kernel(const float *x, int n, int h, int w, const float *y, int kh,
                    int kw, float *k, float *bias)
{
    double A[MOST * MOST] = {0}, b[MOST] = {0};
    int oh = h - kh + 1;
    int ow = w - kw + 1;
    int taps = kh * kw;

    for (int a = 0; a < n; a++)
        for (int i = 0; i < oh; i++)
            for (int j = 0; j < ow; j++) {
                double row[MOST];

                for (int u = 0; u < kh; u++)
                    for (int v = 0; v < kw; v++)
                        row[u * kw + v] = x[(a * h + i + u) * w + (j + v)];
                row[taps] = 1; /* the bias is a weight on a 1 */
                add_equation(row, y[(a * oh + i) * ow + j], A, taps + 1, b);
            }
    solve(A, taps + 1, b);
    for (int t = 0; t < taps; t++)
        k[t] = (float)b[t];
    *bias = (float)b[taps];
}
