// expect: verdict=pass
// col from sums over whole rows.
#include "exercises.h"
#include <math.h>
int factor_kernel(const float *k, int kh, int kw, float *col, float *row)
{
    /* col from the sum of |row| with signs */
    float big = 0, sum = 0;
    int r = -1, ok = 1;
    for (int i = 0; i < kh * kw; i++) {
        if (fabsf(k[i]) > big)
            big = fabsf(k[i]);
        if (r < 0 && k[i] != 0)
            r = i / kw;
    }
    for (int v = 0; v < kw; v++) {
        row[v] = r < 0 ? 0 : k[r * kw + v];
        sum += fabsf(row[v]);
    }
    for (int u = 0; u < kh; u++) {
        col[u] = 0;
        for (int v = 0; v < kw && r >= 0; v++)
            col[u] += row[v] < 0   ? -k[u * kw + v]
                      : row[v] > 0 ? k[u * kw + v]
                                   : 0;
        if (r >= 0)
            col[u] /= sum;
    }
    for (int u = 0; u < kh; u++)
        for (int v = 0; v < kw; v++)
            if (fabsf(col[u] * row[v] - k[u * kw + v]) > 1e-4f * big)
                ok = 0;
    if (!ok) {
        for (int u = 0; u < kh; u++)
            col[u] = 0;
        for (int v = 0; v < kw; v++)
            row[v] = 0;
    }
    return ok;
}
