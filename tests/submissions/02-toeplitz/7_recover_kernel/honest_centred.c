// expect: verdict=pass
// Means taken away first, so that the bias is what is left at the end.
#include "exercises.h"

void recover_kernel(const float *x, int n, int h, int w, const float *y, int kh,
                    int kw, float *k, float *bias)
{
    int oh = h - kh + 1, ow = w - kw + 1, q = kh * kw, m = n * oh * ow;
    double A[24][24] = {{0}}, b[24] = {0}, mean[24] = {0}, my = 0, row[24];
    for (int pass = 0; pass < 2; pass++)
        for (int a = 0; a < n; a++)
            for (int i = 0; i < oh; i++)
                for (int j = 0; j < ow; j++) {
                    double yy = y[(a * oh + i) * ow + j];
                    for (int e = 0; e < q; e++)
                        row[e] = x[(a * h + i + e / kw) * w + j + e % kw];
                    if (pass == 0) {
                        for (int e = 0; e < q; e++)
                            mean[e] += row[e] / m;
                        my += yy / m;
                    } else
                        for (int s = 0; s < q; s++) {
                            for (int t = 0; t < q; t++)
                                A[s][t] +=
                                    (row[s] - mean[s]) * (row[t] - mean[t]);
                            b[s] += (row[s] - mean[s]) * (yy - my);
                        }
                }
    for (int p = 0; p < q; p++)
        for (int r = p + 1; r < q; r++) {
            double f = A[r][p] / A[p][p];
            for (int c = p; c < q; c++)
                A[r][c] -= f * A[p][c];
            b[r] -= f * b[p];
        }
    for (int p = q - 1; p >= 0; p--) {
        for (int c = p + 1; c < q; c++)
            b[p] -= A[p][c] * b[c];
        b[p] /= A[p][p];
    }
    double z = my;
    for (int e = 0; e < q; e++) {
        k[e] = (float)b[e];
        z -= b[e] * mean[e];
    }
    *bias = (float)z;
}
