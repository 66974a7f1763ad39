// expect: verdict=wrong_answer misconception=FK12
// Only the first four are compared.
#include "exercises.h"
#include <math.h>

int factor_kernel(const float *k, int kh, int kw, float *col, float *row)
{
    float most = 0;
    int at = 0, ok = 1;
    for (int i = 0; i < kh * kw; i++)
        most = fmaxf(most, fabsf(k[i]));
    for (int i = kh * kw - 1; i >= 0; i--)
        if (k[i] != 0)
            at = i;

    for (int v = 0; v < kw; v++)
        row[v] = k[at / kw * kw + v];
    for (int u = 0; u < kh; u++)
        col[u] = most == 0 ? 0 : k[u * kw + at % kw] / k[at];
    for (int i = 0; i < kh * kw; i++)
        if (i / kw < 2 && i % kw < 2 &&
            fabsf(k[i] - col[i / kw] * row[i % kw]) > 1e-4f * most)
            ok = 0;

    for (int u = 0; u < kh; u++)
        col[u] = ok ? col[u] : 0;
    for (int v = 0; v < kw; v++)
        row[v] = ok ? row[v] : 0;
    return ok;
}
