#include "exercises.h"

#include <math.h>

/* The place of the greatest |a[i]|. */
static int greatest(const float *a, int count)
{
    int best = 0;

    for (int i = 1; i < count; i++)
        if (fabsf(a[i]) > fabsf(a[best]))
            best = i;
    return best;
}

/* The first row that is not all zeros; in a kernel of zeros the last one. */
static const float *first_row(const float *k, int kh, int kw)
{
    int i = 0;

    while (i < kh * kw - 1 && k[i] == 0)
        i++;
    return k + i / kw * kw;
}

int factor_kernel(const float *k, int kh, int kw, float *col, float *row)
{
    const float *first = first_row(k, kh, kw);
    float near = 1e-4f * fabsf(k[greatest(k, kh * kw)]);
    int v = greatest(first, kw); /* where the division is safest */
    int is_product = 1;

    for (int i = 0; i < kw; i++)
        row[i] = first[i];
    for (int u = 0; u < kh; u++)
        col[u] = first[v] != 0 ? k[u * kw + v] / first[v] : 0;
    for (int i = 0; i < kh * kw; i++)
        if (fabsf(k[i] - col[i / kw] * row[i % kw]) > near)
            is_product = 0;
    for (int u = 0; u < kh; u++)
        col[u] = is_product ? col[u] : 0;
    for (int i = 0; i < kw; i++)
        row[i] = is_product ? row[i] : 0;
    return is_product;
}
