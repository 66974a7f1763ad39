#include "exercises.h"

void toeplitz_1d(const float *k, int kw, int w, float *U)
{
    int ow = w - kw + 1;

    for (int n = 0; n < ow * w; n++)
        U[n] = 0; /* U holds anything at all before */

    for (int i = 0; i < ow; i++)
        for (int u = 0; u < kw; u++)
            U[i * w + (i + u)] = k[u]; /* rows are w long; each begins at i */
}
