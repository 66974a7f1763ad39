// expect: verdict=pass
// All 2x2 minors against the first number, before anything is divided.
#include "exercises.h"
#include <math.h>

int factor_kernel(const float *k, int kh, int kw, float *col, float *row)
{
    double most = 0;
    int at = 0, ok = 1;
    for (int i = kh * kw - 1; i >= 0; i--) {
        most = fmax(most, fabs(k[i]));
        if (k[i] != 0)
            at = i;
    }
    for (int u = 0; u < kh; u++)
        for (int v = 0; v < kw; v++) {
            double a = (double)k[at] * k[u * kw + v];
            double b = (double)k[u * kw + at % kw] * k[at / kw * kw + v];
            if (fabs(a - b) > 1e-4 * most * fabs((double)k[at]))
                ok = 0;
        }
    for (int v = 0; v < kw; v++)
        row[v] = ok ? k[at / kw * kw + v] : 0;
    for (int u = 0; u < kh; u++)
        col[u] = ok && most > 0 ? k[u * kw + at % kw] / k[at] : 0;
    return ok;
}
