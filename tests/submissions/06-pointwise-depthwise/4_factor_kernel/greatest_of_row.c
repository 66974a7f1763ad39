// expect: verdict=wrong_answer misconception=FK32
// Divided at the greatest of row, not of |row|.
#include "exercises.h"
#include <math.h>
int factor_kernel(const float *k, int kh, int kw, float *col, float *row)
{
    float big = 0;
    int first = -1, q = 0;
    for (int i = 0; i < kh * kw; i++)
        if (fabsf(k[i]) > big)
            big = fabsf(k[i]);
    for (int u = 0; u < kh; u++)
        col[u] = 0;
    for (int v = 0; v < kw; v++)
        row[v] = 0;
    for (int u = 0; u < kh && first < 0; u++)
        for (int v = 0; v < kw; v++)
            if (k[u * kw + v] != 0)
                first = u;
    if (first < 0)
        return 1;
    for (int v = 0; v < kw; v++) {
        row[v] = k[first * kw + v];
        if (row[v] > row[q])
            q = v;
    }
    for (int u = 0; u < kh; u++)
        col[u] = k[u * kw + q] / row[q];
    int ok = 1;
    for (int u = 0; u < kh; u++)
        for (int v = 0; v < kw; v++)
            if (fabsf(k[u * kw + v] - col[u] * row[v]) > 1e-4f * big)
                ok = 0;
    if (!ok) {
        for (int u = 0; u < kh; u++)
            col[u] = 0;
        for (int v = 0; v < kw; v++)
            row[v] = 0;
    }
    return ok;
}
