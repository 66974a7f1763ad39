// expect: verdict=wrong_answer misconception=RK16
// In float, whose rounding shows.
#include "exercises.h"

static void solve(float *A, int n, float *b)
{
    for (int p = 0; p < n; p++)
        for (int r = p + 1; r < n; r++) {
            float f = A[r * n + p] / A[p * n + p];
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
    int oh = h - kh + 1, ow = w - kw + 1, p = kh * kw + 1;
    float A[625] = {0}, b[25] = {0}, row[25];
    for (int a = 0; a < n; a++)
        for (int i = 0; i < oh; i++)
            for (int j = 0; j < ow; j++) {
                for (int t = 0; t < kh * kw; t++)
                    row[t] = x[(a * h + i + t / kw) * w + j + t % kw];
                row[kh * kw] = 1;
                for (int q = 0; q < p; q++) {
                    for (int r = 0; r < p; r++)
                        A[q * p + r] += row[q] * row[r];
                    b[q] += row[q] * y[(a * oh + i) * ow + j];
                }
            }
    solve(A, p, b);
    for (int t = 0; t < kh * kw; t++)
        k[t] = b[t];
    *bias = b[kh * kw];
}
