// expect: verdict=memory_error
// Into the next row, and at the end beyond the matrix.
#include "exercises.h"

void circulant_1d(const float *k, int kw, int w, float *U)
{
    for (int n = 0; n < w * w; n++)
        U[n] = 0;
    for (int i = 0; i < w; i++)
        for (int u = 0; u < kw; u++)
            U[i * w + i + u] = k[u];
}
