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

/* Where the greatest number of the row stands, the division is safest. A
 * kernel of zeros has no such row: then col and row stay zeros. */
static void split(const float *k, int kh, int kw, float *col, float *row)
{
    int v = 0;

    for (int u = 0; u < kh; u++) {
        const float *here = k + u * kw;

        if (row[v] == 0) { /* row not found yet */
            v = greatest(here, kw);
            for (int i = 0; i < kw; i++)
                row[i] = here[i];
        }
        col[u] = row[v] != 0 ? here[v] / row[v] : 0;
    }
}

int factor_kernel(const float *k, int kh, int kw, float *col, float *row)
{
    float near = 1e-4f * fabsf(k[greatest(k, kh * kw)]);
    int is_product = 1;

    for (int v = 0; v < kw; v++)
        row[v] = 0;
    split(k, kh, kw, col, row);
    for (int i = 0; i < kh * kw; i++)
        if (fabsf(k[i] - col[i / kw] * row[i % kw]) > near)
            is_product = 0;
    for (int u = 0; u < kh; u++)
        col[u] = is_product ? col[u] : 0;
    for (int v = 0; v < kw; v++)
        row[v] = is_product ? row[v] : 0;
    return is_product;
}
