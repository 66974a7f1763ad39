// expect: verdict=wrong_answer misconception=RK15
// = for += in b.
#include "exercises.h"

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

void recover_kernel(const float *x, int n, int h, int w, const float *y, int kh,
                    int kw, float *k, float *bias)
{
    double A[25 * 25] = {0}, b[25] = {0}, row[25];
    int oh = h - kh + 1, ow = w - kw + 1, q = kh * kw + 1;
    for (int a = 0; a < n; a++)
        for (int i = 0; i < oh; i++)
            for (int j = 0; j < ow; j++) {
                for (int u = 0; u < kh; u++)
                    for (int v = 0; v < kw; v++)
                        row[u * kw + v] = x[(a * h + i + u) * w + j + v];
                row[q - 1] = 1;
                for (int s = 0; s < q; s++) {
                    for (int t = 0; t < q; t++)
                        A[s * q + t] += row[s] * row[t];
                    b[s] = row[s] * y[(a * oh + i) * ow + j];
                }
            }
    solve(A, q, b);
    for (int s = 0; s < q - 1; s++)
        k[s] = (float)b[s];
    *bias = (float)b[q - 1];
}
