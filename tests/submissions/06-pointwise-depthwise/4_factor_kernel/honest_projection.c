// expect: verdict=pass
// Every row is projected onto row, in double.
#include "exercises.h"
#include <math.h>

int factor_kernel(const float *k, int kh, int kw, float *col, float *row)
{
    int first = 0;
    double power = 0, most = 0;
    while (first < kh * kw && k[first] == 0)
        first++;
    for (int v = 0; v < kw; v++)
        row[v] = 0;
    for (int u = 0; u < kh; u++)
        col[u] = 0;
    if (first == kh * kw)
        return 1;
    for (int v = 0; v < kw; v++) {
        row[v] = k[first / kw * kw + v];
        power += (double)row[v] * row[v];
    }
    for (int u = 0; u < kh; u++) {
        double sum = 0;
        for (int v = 0; v < kw; v++)
            sum += (double)k[u * kw + v] * row[v];
        col[u] = (float)(sum / power);
    }
    for (int i = 0; i < kh * kw; i++)
        most = fmax(most, fabs(k[i]));
    for (int i = 0; i < kh * kw; i++)
        if (fabs(k[i] - (double)col[i / kw] * row[i % kw]) > 1e-4 * most) {
            for (int v = 0; v < kw; v++)
                row[v] = 0;
            for (int u = 0; u < kh; u++)
                col[u] = 0;
            return 0;
        }
    return 1;
}
