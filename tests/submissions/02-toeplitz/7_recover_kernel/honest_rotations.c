// expect: verdict=pass
// QR by rotations: each equation is turned into a triangle.
#include "exercises.h"
#include <math.h>

void recover_kernel(const float *x, int n, int h, int w, const float *y, int kh,
                    int kw, float *k, float *bias)
{
    int oh = h - kh + 1, ow = w - kw + 1, p = kh * kw + 1;
    double R[25][26] = {{0}}, z[25];
    for (int e = 0; e < n * oh * ow; e++) {
        int a = e / (oh * ow), i = e / ow % oh, j = e % ow;
        double row[26];
        for (int t = 0; t < kh * kw; t++)
            row[t] = (double)x[(a * h + i + t / kw) * w + j + t % kw];
        row[p - 1] = 1;
        row[p] = (double)y[e];
        for (int q = 0; q < p; q++) {
            double r = hypot(R[q][q], row[q]);
            if (r == 0)
                continue;
            double c = R[q][q] / r, s = row[q] / r;
            for (int g = q; g <= p; g++) {
                double above = R[q][g];
                R[q][g] = c * above + s * row[g];
                row[g] = c * row[g] - s * above;
            }
        }
    }
    for (int q = p - 1; q >= 0; q--) {
        z[q] = R[q][p];
        for (int g = q + 1; g < p; g++)
            z[q] -= R[q][g] * z[g];
        z[q] /= R[q][q];
    }
    for (int t = 0; t < kh * kw; t++)
        k[t] = (float)z[t];
    *bias = (float)z[p - 1];
}
