// expect: verdict=pass
// Four partial sums, and the rest one by one.
#include "exercises.h"

void correlate_1d(const float *x, int w, const float *k, int kw, float *y)
{
    for (int i = 0; i < w - kw + 1; i++) {
        float s0 = 0, s1 = 0, s2 = 0, s3 = 0;
        int u = 0;
        for (; u + 4 <= kw; u += 4) {
            s0 += x[i + u] * k[u];
            s1 += x[i + u + 1] * k[u + 1];
            s2 += x[i + u + 2] * k[u + 2];
            s3 += x[i + u + 3] * k[u + 3];
        }
        for (; u < kw; u++)
            s0 += x[i + u] * k[u];
        y[i] = (s0 + s1) + (s2 + s3);
    }
}
